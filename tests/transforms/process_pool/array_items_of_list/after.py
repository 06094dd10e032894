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


def smooth(image, passes):
    result = image.astype(float)
    for _ in range(passes):
        inner = (result[1:-1] * 2 + result[:-2] + result[2:]) / 4
        result = np.zeros(result.shape)
        result[1:-1] = inner
    return result


def start_worker(images):
    """Keep in this process what all its items read."""
    global _images
    _images = images
    end_with_program()


def smooth_for_image(image):
    return smooth(image, 20)


def try_smooth_for_image(index):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = smooth_for_image(_images[index])
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


def main():
    rng = np.random.default_rng(7)
    images = [rng.integers(0, 256, (90, 90)) for _ in range(16)]
    smoothed = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(images) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(images,),
    )
    try:
        for image, (value, done) in zip(
            images,
            pool.map(
                try_smooth_for_image, range(len(images)), chunksize=chunksize
            ),
        ):
            if not done:
                value = smooth(image, 20)
            smoothed.append(value)
    finally:
        pool.shutdown(cancel_futures=True)
    for number, image in enumerate(smoothed):
        print(number, f"{image.mean():.9f}")


main()
