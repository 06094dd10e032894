import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main():
    longest = 0
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for number, length in enumerate(pool.map(steps, range(1, 300)), 1):
            if length > longest:
                longest = length
                print(number, length)
    finally:
        pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    main()
