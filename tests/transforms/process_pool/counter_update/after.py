import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def letters(n):
    text = str(3 ** n)
    return [c for c in text if c in "13579"]


def main():
    histogram = {}
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for found in pool.map(letters, range(80)):
            for digit in found:
                histogram[digit] = histogram.get(digit, 0) + 1
    finally:
        pool.shutdown(cancel_futures=True)
    print(histogram)


if __name__ == "__main__":
    main()
