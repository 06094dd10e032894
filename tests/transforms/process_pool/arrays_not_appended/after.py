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


def fit(heights, design):
    weights = np.ones(len(heights))
    for _ in range(3):
        weighted = design * weights[:, None]
        coefficients = np.linalg.solve(weighted.T @ design, weighted.T @ heights)
        rest = np.abs(heights - design @ coefficients)
        weights = 1.0 / (1.0 + rest)
    return coefficients, rest.mean()


def start_worker(design, heights):
    """Keep in this process what all its items read."""
    global _design, _heights
    _design = design
    _heights = heights
    end_with_program()


def fit_for_place(place):
    return fit(_heights[place], _design)


def try_fit_for_place(place):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = fit_for_place(place)
    except BaseException:
        return None, False
    plain = all(
        type(array) is np.ndarray
        and array.base is None
        and array.flags.behaved
        and array.flags.forc
        and array.dtype.isnative
        and array.dtype.char in "?bhilBHILefdgFDG"
        for array in result
        if isinstance(array, np.ndarray)
    )
    return (None, False) if caught or not plain else (result, True)


def main():
    days = np.arange(30.0)
    design = np.column_stack([np.ones(30), days, np.sin(days / 5)])
    heights = np.cos(np.outer(np.arange(40.0), days) / 7) + days / 10
    rising = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(design, heights),
    )
    try:
        for place, (result, done) in zip(
            range(40),
            pool.map(try_fit_for_place, range(40), chunksize=chunksize),
        ):
            # A number that is added may be an array for all that is known.
            if not done:
                result = fit(heights[place], design)
            coefficients, rest = result
            if coefficients[1] > 0.1:
                rising.append((place, coefficients[1], rest))
    finally:
        pool.shutdown(cancel_futures=True)
    for one in rising:
        print(one)


if __name__ == "__main__":
    main()
