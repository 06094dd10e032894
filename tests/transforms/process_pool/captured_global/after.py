import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


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
        initializer=end_with_program,
    )
    try:
        lists = list(pool.map(factors, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(max(lists, key=len), sum(map(len, lists)))


if __name__ == "__main__":
    main()
