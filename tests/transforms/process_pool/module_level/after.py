import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


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
    initializer=end_with_program,
)
try:
    values.extend(pool.map(work, range(size), chunksize=chunksize))
finally:
    pool.shutdown(cancel_futures=True)

print(values[:6])
print("sum", sum(values))
