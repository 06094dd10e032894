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


def check(number: int, limit: int) -> int:
    """What is left of number, divided by all below the limit."""
    total = sum(number % k for k in range(1, limit))
    average = total / limit  # not an integer

    # Somebody watches.
    print(f"{number} of {limit}: {average}", file=sys.stderr)
    if total > 15_000:
        return 0
    return total


def check_for_number(number):
    return check(number, limit=400)


def check_for_number_captured(number):
    """Also give what check_for_number() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stderr.encoding, sys.stderr.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stderr(printed):
        try:
            result = check_for_number(number)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


def main():
    totals = []
    items = range(50, 90)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for result, error, printed in pool.map(
            check_for_number_captured, items, chunksize=chunksize
        ):
            print(printed, end="", file=sys.stderr)
            if error is not None:
                raise error
            totals.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(sum(totals))


main()
