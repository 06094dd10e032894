import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor

LIMIT = 500
PRIMES = [n for n in range(2, LIMIT) if all(n % d for d in range(2, n))]


def factors(n):
    found = []
    for prime in PRIMES:
        while n % prime == 0:
            found.append(prime)
            n //= prime
    return found


def main():
    items = range(2, 160)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        lists = list(pool.map(factors, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(max(lists, key=len), sum(map(len, lists)))


if __name__ == "__main__":
    main()
