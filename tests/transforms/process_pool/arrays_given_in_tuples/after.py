import multiprocessing
import numpy as np
import os
import signal
import threading
import warnings
from collections import deque
from concurrent.futures import ProcessPoolExecutor


def map_ahead(pool, function, *iterables):
    """Yield what pool.map() would, at most 4 items ahead."""
    futures = deque()
    try:
        for arguments in zip(*iterables):
            if len(futures) == 4:
                yield futures.popleft().result()
            futures.append(pool.submit(function, *arguments))
        while futures:
            yield futures.popleft().result()
    finally:
        for future in futures:
            future.cancel()


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def render(step, size):
    ys, xs = np.mgrid[0:size, 0:size]
    field = np.zeros((size, size))
    for wave in range(1, 40):
        field += np.sin(xs * 0.01 * wave + step) * np.cos(ys * 0.013 * wave - step) / wave
    return field


def extremes(step):
    field = render(step, 60)
    return step, field.min(axis=0), field.max(axis=0)


def try_extremes(step):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = extremes(step)
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
    trail = np.zeros(60)
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for step, (result, done) in zip(
            range(60), map_ahead(pool, try_extremes, range(60))
        ):
            if not done:
                result = extremes(step)
            number, low, high = result
            trail = np.maximum(trail * 0.5, high) - low / (number + 1)
    finally:
        pool.shutdown(cancel_futures=True)
    print(trail.max())


main()
