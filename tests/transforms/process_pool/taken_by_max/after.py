import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def blends(total):
    for first in range(total + 1):
        for second in range(total + 1 - first):
            yield first, second, total - first - second


def score(blend):
    first, second, third = blend
    value = 1
    for _ in range(2000):
        value = (value * 31 + first * second + third) % 10_007
    return value


items, failure = [], None
try:
    items.extend(blends(20))
except Exception as error:
    failure = error
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(items) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    def results():
        yield from pool.map(score, items, chunksize=chunksize)
        if failure is not None:
            raise failure

    print("best:", max(results()))
finally:
    pool.shutdown(cancel_futures=True)
