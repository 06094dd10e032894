import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import reduce


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def joined(a, b):
    return a * 31 + b


if __name__ == "__main__":
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("forkserver"),
        initializer=end_with_program,
    )
    try:
        print(reduce(joined, pool.map(steps, range(1, 50)), 7))
    finally:
        pool.shutdown(cancel_futures=True)
