import contextlib
import io
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def split(number):
    low = high = 0
    for k in range(1, 300):
        if number % k:
            low += k
        else:
            high += k
    print("split", number, flush=True)
    return low, high


def split_captured(number):
    """Also give what split() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stdout.encoding, sys.stdout.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stdout(printed):
        try:
            result = split(number)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


def main():
    lows = []
    items = range(50, 90)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for number, (result, error, printed) in zip(
            items, pool.map(split_captured, items, chunksize=chunksize)
        ):
            print(printed, end="")
            if error is not None:
                raise error
            low, high = result
            lows.append(low)
            print(number, high, sep=": ")
    finally:
        pool.shutdown(cancel_futures=True)
    print(sum(lows))


main()
