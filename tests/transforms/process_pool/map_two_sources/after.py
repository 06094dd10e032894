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
    initializer=end_with_program,
)
try:
    print(tuple(pool.map(blend, left, right, chunksize=chunksize)))
finally:
    pool.shutdown(cancel_futures=True)
