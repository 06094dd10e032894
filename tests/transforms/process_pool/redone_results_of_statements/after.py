import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def fill(seed, size):
    return [(seed * k) % 17 for k in range(size)]


def reduce(row):
    total = 1
    for value in row:
        total = total * 31 % (value + 3)
    return total


def compute_row_and_value(seed, size):
    row = fill(seed, size)
    value = reduce(row)
    return row, value


def try_compute_row_and_value(seed, size):
    """Give the result and True, or None and False if the work raises."""
    try:
        return compute_row_and_value(seed, size), True
    except BaseException:
        return None, False


def main(size=5):
    ratios = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 200 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for seed, (result, done) in zip(
            range(200),
            pool.map(
                try_compute_row_and_value,
                range(200),
                repeat(size),
                chunksize=chunksize,
            ),
        ):
            if not done:
                result = compute_row_and_value(seed, size)
            row, value = result
            ratios.append(value / (row[0] + 1))
    finally:
        pool.shutdown(cancel_futures=True)
    print(sum(ratios))


main()
