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


def word(n):
    value = 1
    for i in range(1, 200):
        value = (value * (n + i)) % 1000003
    return "%06d" % value


pool = ProcessPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0))),
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    print("-".join(pool.map(word, range(150))))
finally:
    pool.shutdown(cancel_futures=True)
