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


def report(name, repeats):
    total = 0
    for k in range(repeats):
        total += len(name) * k
    print(f"{name}: {total}")


names = [f"item {n}" for n in range(30)]


def report_for_name(name):
    return report(name, 500)


def report_for_name_captured(name):
    """Also give what report_for_name() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stdout.encoding, sys.stdout.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stdout(printed):
        try:
            result = report_for_name(name)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(names) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for _, error, printed in pool.map(
        report_for_name_captured, names, chunksize=chunksize
    ):
        # One line each.
        print(printed, end="")
        if error is not None:
            raise error
finally:
    pool.shutdown(cancel_futures=True)
print("done", file=sys.stderr)
