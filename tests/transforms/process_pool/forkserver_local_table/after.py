import math
import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def start_worker(table):
    """Keep in this process what all its items read."""
    global _table
    _table = table
    end_with_program()


def floor_for_k(k):
    return sum(math.floor(x * k) for x in _table)


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def main():
    table = [math.sqrt(k) for k in range(500)]
    totals = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("forkserver"),
        initializer=start_worker,
        initargs=(table,),
    )
    try:
        totals.extend(pool.map(floor_for_k, range(40), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(totals)


if __name__ == "__main__":
    main()
