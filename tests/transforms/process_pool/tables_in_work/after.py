import multiprocessing
import os
import shutil
import signal
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor

import pandas as pd


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def total_of(path):
    orders = pd.read_csv(path)
    orders["cost"] = orders["price"] * orders["count"]
    dear = orders[orders["cost"] > orders["cost"].mean()]
    return dear["cost"].sum() / len(orders)


def try_total_of(path):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        if not os.path.isfile(path):
            return None, False
        with warnings.catch_warnings(record=True) as caught:
            result = total_of(path)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main(folder):
    total = 0.0
    paths = sorted(os.path.join(folder, name) for name in os.listdir(folder))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(paths) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for path, (result, done) in zip(
            paths, pool.map(try_total_of, paths, chunksize=chunksize)
        ):
            if not done:
                result = total_of(path)
            total += result
    finally:
        pool.shutdown(cancel_futures=True)
    print(repr(total))


folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "tables_in_work")
os.makedirs(folder, exist_ok=True)
try:
    for number in range(12):
        with open(os.path.join(folder, f"part-{number:02}.csv"), "w") as part:
            part.write("price,count\n")
            for i in range(3000):
                part.write(f"{(i * 37 + number) % 101 / 8},{i % 7}\n")
    main(folder)
finally:
    shutil.rmtree(folder)
