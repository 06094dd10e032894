import contextlib
import io
import multiprocessing
import os
import signal
import sys
import threading
import time
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def deliver(parcel):
    print("taking", parcel)
    time.sleep(0.01)
    print("delivered", parcel)


def deliver_captured(parcel):
    """Also give what deliver() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stdout.encoding, sys.stdout.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stdout(printed):
        try:
            result = deliver(parcel)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


def main():
    workers = 4 * min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 12 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for _, error, printed in pool.map(
            deliver_captured, range(12), chunksize=chunksize
        ):
            print(printed, end="")
            if error is not None:
                raise error
    finally:
        pool.shutdown(cancel_futures=True)
    print("all delivered")


if __name__ == "__main__":
    main()
