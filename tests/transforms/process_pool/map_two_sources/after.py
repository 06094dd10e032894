import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def blend(a, b):
    total = 0
    for i in range(300):
        total += (a * i) % (b + 1)
    return total


left = [n * 3 for n in range(120)]
right = list(range(100))
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(left) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    print(tuple(pool.map(blend, left, right, chunksize=chunksize)))
finally:
    pool.shutdown(cancel_futures=True)
