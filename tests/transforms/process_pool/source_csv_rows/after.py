import csv
import multiprocessing
import os
import signal
import tempfile
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def energy(values):
    total = 0.0
    for i in range(200):
        for value in values:
            total += value * i / (i + 1)
    return total


def write(path):
    with open(path, "w", newline="") as out:
        writer = csv.writer(out)
        for n in range(60):
            writer.writerow([n, n * 2, n % 7])


def energy_for_row(row):
    return energy([float(cell) for cell in row])


def read(path):
    best = []
    with open(path, newline="") as source:
        items, failure = [], None
        try:
            items.extend(csv.reader(source))
        except Exception as error:
            failure = error
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(items) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=end_with_program,
        )
        try:
            for (number, row), result in zip(
                enumerate(items, 1),
                pool.map(energy_for_row, items, chunksize=chunksize),
            ):
                best.append((result, number))
            if failure is not None:
                raise failure
        finally:
            pool.shutdown(cancel_futures=True)
    return max(best)


with tempfile.TemporaryDirectory() as folder:
    name = os.path.join(folder, "table.csv")
    write(name)
    print(read(name))
