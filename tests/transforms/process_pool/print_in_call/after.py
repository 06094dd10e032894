import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def root(n):
    guess = n
    while guess * guess > n:
        guess = (guess + n // guess) // 2
    return guess


def root_for_n(n):
    return root(n * 1_009)


pool = ProcessPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0))),
    mp_context=multiprocessing.get_context("fork"),
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    for n, result in zip(range(1, 40), pool.map(root_for_n, range(1, 40))):
        print(n, result)
finally:
    pool.shutdown(cancel_futures=True)
