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


def is_palindrome_sum(n):
    for _ in range(8):
        n += int(str(n)[::-1])
        if str(n) == str(n)[::-1]:
            return True
    return False


def main():
    items = range(10, 600)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        count = sum(1 for keep in pool.map(
            is_palindrome_sum, items, chunksize=chunksize
        ) if keep)
    finally:
        pool.shutdown(cancel_futures=True)
    print(count)


if __name__ == "__main__":
    main()
