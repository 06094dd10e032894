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
    lengths = [0]
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        lengths.extend(pool.map(steps, range(1, 150)))
    finally:
        pool.shutdown(cancel_futures=True)
    print(lengths)


main()
