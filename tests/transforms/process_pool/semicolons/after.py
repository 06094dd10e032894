import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def weigh(n):
    return sum((n * k) % 19 for k in range(60))

results = []; total = 0
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, 60 // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    for result in pool.map(weigh, range(60), chunksize=chunksize):
        value = result; results.append(value); total += value
finally:
    pool.shutdown(cancel_futures=True)
print(results[:5]); print(total)
