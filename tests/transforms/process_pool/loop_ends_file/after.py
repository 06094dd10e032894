import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def weigh(n):
    return sum((n * k) % 19 for k in range(60))


pool = ProcessPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0))),
    mp_context=multiprocessing.get_context("fork"),
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    for n, result in zip(range(30), pool.map(weigh, range(30))):
        print(n, result)
finally:
    pool.shutdown(cancel_futures=True)