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


def power_sum(n, k):
    return sum(i ** k for i in range(n))


def power_sum_for_n(n):
    return power_sum(n, 3) % 1009 + n


def main():
    size = 12
    items = range(size * 4)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        sums = list(pool.map(power_sum_for_n, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(sums)


if __name__ == "__main__":
    main()
