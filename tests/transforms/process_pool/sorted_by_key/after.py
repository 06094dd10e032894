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


names = {"n%d" % n: n for n in range(1, 200)}


def steps_for_pair(pair):
    return steps(pair[1])


items = names.items()
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(items) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    keys = pool.map(steps_for_pair, items, chunksize=chunksize)
    print(sorted(items, key=lambda _: next(keys), reverse=True)[:20])
finally:
    pool.shutdown(cancel_futures=True)
