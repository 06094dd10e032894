import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor

size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
print("computing", size, "values")


def work(n):
    value = n
    for _ in range(40):
        value = (value * value + 1) % 10_007
    return value


values = []
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, size // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    values.extend(pool.map(work, range(size), chunksize=chunksize))
finally:
    pool.shutdown(cancel_futures=True)

print(values[:6])
print("sum", sum(values))
