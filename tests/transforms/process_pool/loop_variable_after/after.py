import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def depth(n):
    count = 0
    while n % 2 == 0:
        n //= 2
        count += 1
    return count


def main():
    depths = []
    items = range(64, 512, 64)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for n, result in zip(
            items, pool.map(depth, items, chunksize=chunksize)
        ):
            depths.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(depths, "last was", n)


if __name__ == "__main__":
    main()
