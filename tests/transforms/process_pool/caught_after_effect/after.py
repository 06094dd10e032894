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


def invert(number):
    return sum(k for k in range(number % 50)) / (number % 5)


def try_invert(number):
    """Give the result and True, or None and False if the work raises."""
    try:
        return invert(number), True
    except BaseException:
        return None, False


def main():
    good = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results = pool.map(try_invert, range(40), chunksize=chunksize)
        for number in range(40):
            print("try", number)
            result, done = next(results)
            try:
                if not done:
                    result = invert(number)
                value = result
            except ZeroDivisionError:
                print("none")
            else:
                good.append(value)
            finally:
                print("next")
    finally:
        pool.shutdown(cancel_futures=True)
    print(good)


main()
