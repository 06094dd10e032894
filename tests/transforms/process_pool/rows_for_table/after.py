import multiprocessing
import os
import pandas as pd
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


def measure(n):
    steps = 0
    top = n
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        top = max(top, n)
        steps += 1
    return {"steps": steps, "top": top}


def main():
    rows = []
    items = range(1, 3000)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        rows.extend(pool.map(measure, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    table = pd.DataFrame(rows)
    print(table["steps"].max(), table["top"].max())
    print(table.head())


main()
