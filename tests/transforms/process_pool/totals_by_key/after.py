import csv
import io
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


TABLES = ["north,3\nsouth,4\n", "south,-2\neast,10\n", ""]


def rows_of(table):
    return csv.DictReader(io.StringIO(table), ["region", "amount"])


def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


totals = {}


def compute_totals(table):
    totals = {}
    for row in rows_of(table):
        totals[row["region"]] = totals.get(row["region"], 0) + burn(int(row["amount"]))
    return totals


workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(TABLES) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for totals_part in pool.map(compute_totals, TABLES, chunksize=chunksize):
        for key, number in totals_part.items():
            totals[key] = totals.get(key, 0) + number
finally:
    pool.shutdown(cancel_futures=True)
print(totals)
