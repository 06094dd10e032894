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


def value(n):
    return sum(k * n % 13 for k in range(60))


def show(n, last):
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results = pool.map(value, range(n, last - 1, -7))
        for _ in range(n, last - 1, -7):
            print("at", n)
            found = next(results)
            print(n, found)
            n = n - 7
        else:
            print("done")
    finally:
        pool.shutdown(cancel_futures=True)
    return n


print(show(60, 3), show(2, 3))
