import multiprocessing
import numpy as np
import os
import signal
import threading
import warnings
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


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


def start_worker(items):
    """Keep in this process what all its items read."""
    global _items
    _items = items
    end_with_program()


def compute_count(item, level):
    name, image = item
    soft = smooth(image, 20)
    steep = np.abs(np.diff(soft, axis=0)) > level
    count = int(steep.sum())
    return count


def try_compute_count(index, level):
    """Give the result and True, or None and False if the work raises or warns."""
    try:
        with warnings.catch_warnings(record=True) as caught:
            result = compute_count(_items[index], level)
    except BaseException:
        return None, False
    return (None, False) if caught else (result, True)


def main():
    rng = np.random.default_rng(7)
    images = [rng.integers(0, 256, (90, 90)) for _ in range(16)]
    names = [f"image {number}" for number in range(16)]
    level = 12
    items = list(zip(names, images))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(items,),
    )
    try:
        for (name, image), (count, done) in zip(
            items,
            pool.map(
                try_compute_count,
                range(len(items)),
                repeat(level),
                chunksize=chunksize,
            ),
        ):
            if not done:
                count = compute_count((name, image), level)
            print(name, count)
    finally:
        pool.shutdown(cancel_futures=True)


main()
