import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def word_value(word):
    value = 0
    for letter in word * 20:
        value = (value * 31 + ord(letter)) % 65_521
    return value


def main():
    words = "alpha beta gamma delta epsilon zeta eta theta".split()
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(words) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        values = dict(
            zip(words, pool.map(word_value, words, chunksize=chunksize))
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(values)


if __name__ == "__main__":
    main()
