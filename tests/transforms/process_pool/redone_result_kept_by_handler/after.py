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


def check(number):
    if number == 70:
        raise ValueError(number)
    return sum(k % number for k in range(1, 200))


def try_check(number):
    """Give the result and True, or None and False if the work raises."""
    try:
        return check(number), True
    except BaseException:
        return None, False


def main():
    value = None
    number = -1
    try:
        items = range(1, 100)
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(items) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=end_with_program,
        )
        try:
            for number, (result, done) in zip(
                items, pool.map(try_check, items, chunksize=chunksize)
            ):
                if not done:
                    result = check(number)
                value = result
                print(number, value)
        finally:
            pool.shutdown(cancel_futures=True)
    except ValueError as error:
        print("stopped at", number, "after", value, error)


main()
