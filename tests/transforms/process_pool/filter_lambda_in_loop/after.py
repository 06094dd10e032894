import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import compress, repeat


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


def steps_for_n(n, limit):
    return steps(n) > limit


def main(limit):
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n in compress(
            range(1, 200), pool.map(steps_for_n, range(1, 200), repeat(limit))
        ):
            print("long", n)
    finally:
        pool.shutdown(cancel_futures=True)


main(50)
