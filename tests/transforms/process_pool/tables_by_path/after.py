import multiprocessing
import os
import shutil
import signal
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from pathlib import Path

import pandas as pd


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def total_of(place, name):
    path = Path(place) / "parts" / (name + ".csv")
    orders = pd.read_csv(path)
    return path.stem, (orders["price"] * orders["count"]).sum()


def total_of_for_number(number, folder):
    name = f"part_{number}"
    return total_of(folder, name)


def try_total_of_for_number(number, folder):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        if not os.path.isfile(Path(folder) / "parts" / ((f"part_{number}") + ".csv")):
            return None, False
        with warnings.catch_warnings(record=True) as caught:
            result = total_of_for_number(number, folder)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main(folder):
    totals = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 12 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for number, (result, done) in zip(
            range(12),
            pool.map(
                try_total_of_for_number,
                range(12),
                repeat(folder),
                chunksize=chunksize,
            ),
        ):
            if not done:
                result = total_of_for_number(number, folder)
            totals.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(totals)


folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "tables_by_path")
os.makedirs(folder + "/parts", exist_ok=True)
try:
    for number in range(12):
        with open(os.path.join(folder, "parts", f"part_{number}.csv"), "w") as part:
            part.write("price,count\n")
            for i in range(3000):
                part.write(f"{(i * 37 + number) % 101 / 8},{i % 7}\n")
    main(folder)
finally:
    shutil.rmtree(folder)
