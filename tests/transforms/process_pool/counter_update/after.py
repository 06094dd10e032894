import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


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
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
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
