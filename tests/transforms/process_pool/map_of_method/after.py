import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def start_worker(self):
    """Keep in this process what all its items read."""
    global _self
    _self = self
    end_with_program()


def score_for_item(item):
    return _self.score(item)


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


class Model:
    def __init__(self, factor):
        self.factor = factor

    def score(self, x):
        total = 0
        for i in range(300):
            total += (x * i) % self.factor
        return total

    def scores(self, xs):
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(xs) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=start_worker,
            initargs=(self,),
        )
        try:
            return list(pool.map(score_for_item, xs, chunksize=chunksize))
        finally:
            pool.shutdown(cancel_futures=True)


print(Model(17).scores(range(100)))
