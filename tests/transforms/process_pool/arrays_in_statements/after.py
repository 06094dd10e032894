import multiprocessing
import numpy as np
import os
import signal as _signal
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


signal = np.linspace(0.0, 50.0, 4000)
best = []


def sin_for_width(width):
    smooth = np.zeros(4000 - width)
    for start in range(4000 - width):
        smooth[start] = signal[start : start + width].mean()
    return np.sin(smooth).max()


def try_sin_for_width(width):
    """Give the result and True, or None and False if the work raises or warns."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = sin_for_width(width)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


items = range(2, 90)
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(items) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for width, (result, done) in zip(
        items, pool.map(try_sin_for_width, items, chunksize=chunksize)
    ):
        if not done:
            result = sin_for_width(width)
        best.append((width, result))
finally:
    pool.shutdown(cancel_futures=True)
for width, most in best[:3]:
    print(width, most)
