import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def compute_total(n):
    total = 0
    for k in range(1, 60):
        total += n // k
    return total


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def main():
    totals = []
    items = range(1, 60)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for total in pool.map(compute_total, items, chunksize=chunksize):
            totals.append(total)
    finally:
        pool.shutdown(cancel_futures=True)
    print(totals)


if __name__ == "__main__":
    main()
