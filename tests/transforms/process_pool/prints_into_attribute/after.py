import contextlib
import io
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def start_worker(self):
    """Keep in this process what all its items read."""
    global _self
    _self = self
    end_with_program()


def work_for_n(n):
    return _self.work(n)


def work_for_n_captured(n):
    """Also give what work_for_n() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stdout.encoding, sys.stdout.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stdout(printed):
        try:
            result = work_for_n(n)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


class Run:
    def __init__(self, count):
        self.count = count
        self.rows = []

    def work(self, n):
        print("work", n)
        return sum(k * n % 7 for k in range(2000))

    def go(self):
        items = range(self.count)
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(items) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=start_worker,
            initargs=(self,),
        )
        try:
            for result, error, printed in pool.map(
                work_for_n_captured, items, chunksize=chunksize
            ):
                print(printed, end="")
                if error is not None:
                    raise error
                self.rows.append(result)
        finally:
            pool.shutdown(cancel_futures=True)
        print(self.rows)


if __name__ == "__main__":
    Run(9).go()
