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


def smooth(image, passes):
    result = image.astype(float)
    for _ in range(passes):
        inner = (result[1:-1] * 2 + result[:-2] + result[2:]) / 4
        result = np.zeros(result.shape)
        result[1:-1] = inner
    return result


rng = np.random.default_rng(7)
signals = rng.normal(size=(40, 6000))


def start_worker(items):
    """Keep in this process what all its items read."""
    global _items
    _items = items
    end_with_program()


def rfft_for_signal(signal):
    return np.abs(np.fft.rfft(smooth(signal, 20)))


def try_rfft_for_signal(index):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = rfft_for_signal(_items[index])
    except BaseException:
        return None, False
    plain = not isinstance(result, np.ndarray) or (
        type(result) is np.ndarray
        and result.flags.behaved
        and result.flags.forc
        and result.dtype.isnative
        and result.dtype.char in "?bhilBHILefdgFDG"
    )
    return (None, False) if caught or not plain else (result, True)


items = list(signals)
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(items) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=start_worker,
    initargs=(items,),
)
try:
    spectra = np.array([value if done else np.abs(np.fft.rfft(smooth(signal, 20))) for signal, (value, done) in zip(
        items,
        pool.map(try_rfft_for_signal, range(len(items)), chunksize=chunksize),
    )])
finally:
    pool.shutdown(cancel_futures=True)
print(spectra.shape, spectra.max())
