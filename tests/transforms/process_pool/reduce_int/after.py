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


def solve(n, row=0, columns=0, left=0, right=0):
    """Number of ways to place n queens, from the given row on."""
    if row == n:
        return 1
    ways = 0
    for column in range(n):
        a, b, c = 1 << column, 1 << (row + column), 1 << (row - column + n)
        if not (columns & a or left & b or right & c):
            ways += solve(n, row + 1, columns | a, left | b, right | c)
    return ways


def solve_for_column(column):
    return solve(6, 1, 1 << column, 1 << column, 1 << (6 - column))


def main():
    total = 0
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 6 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for result in pool.map(
            solve_for_column, range(6), chunksize=chunksize
        ):
            total += result
    finally:
        pool.shutdown(cancel_futures=True)
    print(total)


if __name__ == "__main__":
    main()
