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


def check(number):
    if number % 3 == 0:
        print(f"{number} is divisible", "by three", file=sys.stderr)
    total = sum(k * number % 7 for k in range(200))
    if total % 5 == 0:
        sys.stderr.write(f"{number}: {total}\n")
    return total


def check_captured(number):
    """Also give what check() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stderr.encoding, sys.stderr.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stderr(printed):
        try:
            result = check(number)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


def main():
    sizes = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 12 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for number, (total, error, printed) in zip(
            range(12), pool.map(check_captured, range(12), chunksize=chunksize)
        ):
            print(printed, end="", file=sys.stderr)
            if error is not None:
                raise error
            if total > 3:
                sizes[number] = total
    finally:
        pool.shutdown(cancel_futures=True)
    print(sizes)


if __name__ == "__main__":
    main()
