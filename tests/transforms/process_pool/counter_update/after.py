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


def letters(n):
    text = str(3 ** n)
    return [c for c in text if c in "13579"]


def compute_histogram(n):
    histogram = {}
    found = letters(n)
    for digit in found:
        histogram[digit] = histogram.get(digit, 0) + 1
    return histogram


def main():
    histogram = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 80 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for histogram_part in pool.map(
            compute_histogram, range(80), chunksize=chunksize
        ):
            for key, number in histogram_part.items():
                histogram[key] = histogram.get(key, 0) + number
    finally:
        pool.shutdown(cancel_futures=True)
    print(histogram)


if __name__ == "__main__":
    main()
