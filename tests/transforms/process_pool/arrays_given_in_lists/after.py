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


def pyramid(seed, levels):
    image = np.random.default_rng(seed).normal(size=(256, 256))
    images = [image]
    for _ in range(levels):
        image = (image[::2, ::2] + image[1::2, ::2] + image[::2, 1::2] + image[1::2, 1::2]) / 4
        images.append(image)
    return images


def pyramid_for_seed(seed):
    return pyramid(seed, 4)


def try_pyramid_for_seed(seed):
    """Give the result and True, or None and False if the loop has to do the work."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = pyramid_for_seed(seed)
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
    pyramids = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for seed, (result, done) in zip(
            range(40),
            pool.map(try_pyramid_for_seed, range(40), chunksize=chunksize),
        ):
            if not done:
                result = pyramid(seed, 4)
            pyramids.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    for images in pyramids[::13]:
        print([image.shape for image in images], images[-1].sum())


if __name__ == "__main__":
    main()
