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


def cost(plan):
    total = 0
    for step in range(60):
        total += (plan * step) % 17 - 5
    return total


def main():
    items = range(1, 150)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        cheapest = min(pool.map(cost, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(cheapest)


if __name__ == "__main__":
    main()
