import multiprocessing
import numpy as np
import os
import signal
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def score(seed):
    values = np.arange(1000.0) - seed
    for _ in range(300):
        values = np.sqrt(np.abs(values) - 0.1)
    return float(values.sum())


def score_for_seed(seed):
    return (seed, 1.0 - score(seed))


def try_score_for_seed(seed):
    """Give the result and True, or None and False if the work raises or warns."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = score_for_seed(seed)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 60 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        pairs = [
            result if done else (seed, 1.0 - score(seed))  # what may warn is done again here
            for seed, (result, done) in zip(
                range(60),
                pool.map(try_score_for_seed, range(60), chunksize=chunksize),
            )
        ]
    finally:
        pool.shutdown(cancel_futures=True)
    print(pairs[7])


main()
