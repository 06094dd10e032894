import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


class Cell:
    def __init__(self, number):
        self.number = number
        self.level = 0


def start_worker(self):
    """Keep in this process what all its items read."""
    global _self
    _self = self
    end_with_program()


def level_at_for_i(i):
    return _self.level_at(i)


def try_level_at_for_i(i):
    """Give the result and True, or None and False if the work raises."""
    try:
        return level_at_for_i(i), True
    except BaseException:
        return None, False


class Grid:
    def __init__(self, count):
        self.cells = [Cell(k) for k in range(count)]

    def level_at(self, index):
        total = 0
        for cell in self.cells:
            total += cell.number * index % 7
        return total, total / (index - 500)

    def update(self):
        items = range(len(self.cells))
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(items) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=start_worker,
            initargs=(self,),
        )
        try:
            for i, (result, done) in zip(
                items, pool.map(try_level_at_for_i, items, chunksize=chunksize)
            ):
                if not done:
                    result = self.level_at(i)
                total, ratio = result
                self.cells[i].level = total
                print(i, ratio)
        finally:
            pool.shutdown(cancel_futures=True)


Grid(100).update()
