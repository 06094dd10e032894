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


def divisors(n):
    return [d for d in range(1, n + 1) if n % d == 0]


def main():
    every = []
    items = range(1, 120)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for result in pool.map(divisors, items, chunksize=chunksize):
            every.extend(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(every), every[-8:])


if __name__ == "__main__":
    main()
