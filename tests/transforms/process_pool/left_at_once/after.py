import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def map_items(pool, function, *iterables, chunksize=1):
    """Return pool.map() with a task behind it that nothing cancels.

    CPython 3.8 may wait for ever for a pool whose last tasks were cancelled.
    """
    results = pool.map(function, *iterables, chunksize=chunksize)
    pool.submit(int)
    return results


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def weigh(number):
    return sum(number % k for k in range(number, number + 50))


def total(numbers):
    out = 0
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(numbers) // (16 * workers))
    with ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    ) as pool:
        for result in map_items(pool, weigh, numbers, chunksize=chunksize):
            out += result
    return out


def first_large(numbers, limit):
    for number in numbers:
        weight = weigh(number)
        if weight > limit:
            return number, weight
    return None


def main():
    limit = int(sys.argv[1])
    for turn in range(60):
        try:
            print(turn, total([turn % 7 - 49 if turn % 3 else 3, 5, 8, 13, 21, 34]))
        except ZeroDivisionError as error:
            print(turn, error)
        print(first_large([turn + 1, turn + 5, turn + 9, turn + 13], limit))


main()
