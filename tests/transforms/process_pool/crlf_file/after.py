import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def collatz_length(n):
    length = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def main():
    numbers = [n * n + 1 for n in range(200)]
    lengths = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(numbers) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        lengths.extend(pool.map(collatz_length, numbers, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(lengths[:10], sum(lengths))


if __name__ == "__main__":
    main()
