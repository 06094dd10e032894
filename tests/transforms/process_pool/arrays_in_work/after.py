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
    rng = np.random.default_rng(seed)
    values = rng.normal(0.0, 1.0, 20000)
    for _ in range(30):
        values = np.sqrt(np.abs(values)) + values / (values - 5.0)
    return float(values.sum())


def try_score(seed):
    """Give the result and True, or None and False if the work raises or warns."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = score(seed)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main():
    scores = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 60 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for seed, (result, done) in zip(
            range(60), pool.map(try_score, range(60), chunksize=chunksize)
        ):
            if not done:
                result = score(seed)
            scores.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(scores[:3])


main()
