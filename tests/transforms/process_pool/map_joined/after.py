import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def word(n):
    value = 1
    for i in range(1, 200):
        value = (value * (n + i)) % 1000003
    return "%06d" % value


pool = ProcessPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0))),
    mp_context=multiprocessing.get_context("fork"),
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    print("-".join(pool.map(word, range(150))))
finally:
    pool.shutdown(cancel_futures=True)
