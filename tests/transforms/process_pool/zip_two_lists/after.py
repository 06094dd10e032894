import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def gcd_steps(a, b):
    steps = 0
    while b:
        a, b = b, a % b
        steps += 1
    return steps


def gcd_steps_for_right(item):
    left, right = item
    return gcd_steps(left, right)


def main():
    lefts = [n * 17 + 3 for n in range(60)]
    rights = [n * 11 + 8 for n in range(64)]
    steps = []
    items = list(zip(lefts, rights))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        steps.extend(
            pool.map(gcd_steps_for_right, items, chunksize=chunksize)
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(steps)


if __name__ == "__main__":
    main()
