import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from functools import partial


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def scaled(number, factor, shift=0):
    total = shift
    for k in range(200):
        total += number * k % factor
    return total


def start_worker(by_seven):
    """Keep in this process what all its items read."""
    global _by_seven
    _by_seven = by_seven
    end_with_program()


def by_seven_for_number(number):
    return _by_seven(number)


def main():
    by_seven = partial(scaled, factor=7, shift=1)
    totals = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(by_seven,),
    )
    try:
        totals.extend(
            pool.map(by_seven_for_number, range(40), chunksize=chunksize)
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(totals)


if __name__ == "__main__":
    main()
