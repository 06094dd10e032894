import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import starmap


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def area(width, height):
    total = 0
    for i in range(300):
        total += (width * i) % (height + 1)
    return total


def area_for_item(item):
    return area(*item)


def main():
    rows = [(n, n + 3) for n in range(120)]
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for value in pool.map(area_for_item, rows):
            print(value)
    finally:
        pool.shutdown(cancel_futures=True)


main()
