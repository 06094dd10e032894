"""Solve a system of equations for each wind."""
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # a CPU for each worker

import numpy as np


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


SIZE = 24


def strain(frame, wind):
    loads = np.zeros(len(frame))
    loads[wind % len(frame)] = 1.0
    shifts = np.linalg.solve(frame, loads)
    return np.abs(shifts).max()


def start_worker(frame):
    """Keep in this process what all its items read."""
    global _frame
    _frame = frame
    end_with_program()


def strain_for_wind(wind):
    return strain(_frame, wind)


def try_strain_for_wind(wind):
    """Give the result and True, or None and False if the work raises or warns."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = strain_for_wind(wind)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main():
    print("size", SIZE, file=sys.stderr)
    frame = np.eye(SIZE) * 4.0
    for i in range(SIZE - 1):
        frame[i, i + 1] = frame[i + 1, i] = -1.0
    strains = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(frame,),
    )
    try:
        for wind, (result, done) in zip(
            range(40),
            pool.map(try_strain_for_wind, range(40), chunksize=chunksize),
        ):
            if not done:
                result = strain(frame, wind)
            strains.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(f"{max(strains):.9f}, {sum(strains):.9f}")


if __name__ == "__main__":
    main()
