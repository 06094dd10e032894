import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def parse(text):
    total = 0
    for _ in range(200):
        total += int(text) % 7
    return total


def compute_value(text):
    try:
        value = parse(text)
    except ValueError as error:
        value = str(error)
    return value


def main():
    values = []
    items = list(["1", "12", "x", "", "99", "7"] * 10)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for value in pool.map(compute_value, items, chunksize=chunksize):
            values.append(value)
    finally:
        pool.shutdown(cancel_futures=True)
    print(values[:6], len(values))


if __name__ == "__main__":
    main()
