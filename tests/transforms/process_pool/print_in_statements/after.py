import contextlib
import io
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def compute_steps_and_peak(n):
    steps, peak, value = 0, n, n
    while value > 1:
        value = 3 * value + 1 if value % 2 else value // 2
        peak = max(peak, value)
        if value == 1000 or steps == 90:
            print(n, "comes by 1000 after", steps, "steps")
        steps += 1
    return steps, peak


def compute_steps_and_peak_captured(n):
    """Also give what compute_steps_and_peak() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stdout.encoding, sys.stdout.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stdout(printed):
        try:
            result = compute_steps_and_peak(n)
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


def main():
    rows = []
    items = range(660, 700)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for result, error, printed in pool.map(
            compute_steps_and_peak_captured, items, chunksize=chunksize
        ):
            print(printed, end="")
            if error is not None:
                raise error
            steps, peak = result
            rows.append((steps, peak))
    finally:
        pool.shutdown(cancel_futures=True)
    print(rows[:3], len(rows))


main()
