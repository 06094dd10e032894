import multiprocessing
import os
import signal as _signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    _signal.signal(_signal.SIGINT, _signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def smooth(values, radius, at):
    low, high = max(0, at - radius), at + radius + 1
    part = values[low:high]
    return sum(part) / len(part)


def start_worker(self, values):
    """Keep in this process what all its items read."""
    global _self, _values
    _self = self
    _values = values
    end_with_program()


def smooth_for_at(at):
    return smooth(_values, _self.radius, at)


class Filter:
    def __init__(self, radius):
        self.radius = radius

    def apply(self, values):
        items = range(len(values))
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(items) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=start_worker,
            initargs=(self, values),
        )
        try:
            return list(pool.map(smooth_for_at, items, chunksize=chunksize))
        finally:
            pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    signal = [(n * n) % 31 for n in range(90)]
    print(Filter(4).apply(signal)[:8])
