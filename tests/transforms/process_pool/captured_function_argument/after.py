import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def mix(a, b):
    for _ in range(30):
        a, b = b, (a * 31 + b) % 9_973
    return b


def run(seeds, salt):
    out = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(seeds) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        out.extend(pool.map(mix, seeds, repeat(salt), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    return out


if __name__ == "__main__":
    print(run(range(80), 12))
    print(run([5, 6, 7], 99))
