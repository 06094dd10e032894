import itertools
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


def alike(a, b):
    score = 0
    for k in range(1, 80):
        score += a * k % 7 == b * k % 7
    return score


names = list(range(3, 14))
best = (0, None)


def compute_score(item):
    a, b = item
    return alike(a, b)


items = list(itertools.combinations(names, 2))
pool = ProcessPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0))),
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for (a, b), score in zip(items, pool.map(compute_score, items)):
        if score > best[0]:
            best = (score, (a, b))
finally:
    pool.shutdown(cancel_futures=True)
print(best)
