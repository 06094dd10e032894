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
        initializer=end_with_program,
    )
    try:
        for value in pool.map(compute_value, items, chunksize=chunksize):
            values.append(value)
    finally:
        pool.shutdown(cancel_futures=True)
    print(values[:6], len(values))


if __name__ == "__main__":
    main()
