import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import compress


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def is_square(n):
    root = 0
    while root * root < n:
        root += 1
    return root * root == n


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 400 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        squares = list(compress(
            range(400), pool.map(is_square, range(400), chunksize=chunksize)
        ))
    finally:
        pool.shutdown(cancel_futures=True)
    print(squares)


if __name__ == "__main__":
    main()
