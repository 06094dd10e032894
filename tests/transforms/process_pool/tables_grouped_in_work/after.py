import multiprocessing
import os
import shutil
import signal
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat

import pandas as pd


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def summary(path):
    sales = pd.read_csv(path)
    by_town = sales.groupby("town")["amount"].sum()
    return {
        "rows": len(sales),
        "codes": sales["code"].nunique(),
        "towns": by_town.to_dict(),
        "best": by_town.idxmax(),
    }


def summary_for_number(number, folder):
    path = os.path.join(folder, f"{number}.csv")
    return summary(path)


def try_summary_for_number(number, folder):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        if not os.path.isfile(os.path.join(folder, f"{number}.csv")):
            return None, False
        with warnings.catch_warnings(record=True) as caught:
            result = summary_for_number(number, folder)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main(folder):
    found = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 10 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for number, (result, done) in zip(
            range(10),
            pool.map(
                try_summary_for_number,
                range(10),
                repeat(folder),
                chunksize=chunksize,
            ),
        ):
            if not done:
                result = summary_for_number(number, folder)
            found.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    for one in found:
        print(one)


folder = os.path.join(os.environ.get("TMPDIR", "/tmp"), "tables_grouped_in_work")
os.makedirs(folder, exist_ok=True)
try:
    for number in range(10):
        with open(os.path.join(folder, f"{number}.csv"), "w") as part:
            part.write("town,code,amount\n")
            for i in range(2000):
                part.write(f"town{i * i % 11},{i % 13:03},{i % 17 / 4}\n")
    main(folder)
finally:
    shutil.rmtree(folder)
