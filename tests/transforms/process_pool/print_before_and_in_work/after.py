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


def simulate(seed):
    state = seed
    for step in range(2000):
        state = (state * 1103515245 + 12345) % 2147483648
        if state % 997 == 0:
            print("  hit at", step)
    return state


def compute_state(seed):
    state = simulate(seed)
    return state


def compute_state_captured(seed):
    """Also give what compute_state() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stdout.encoding, sys.stdout.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stdout(printed):
        try:
            result = compute_state(seed)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


def main():
    best = 0
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 12 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results = pool.map(
            compute_state_captured, range(12), chunksize=chunksize
        )
        for seed in range(12):
            print("seed", seed)
            state, error, printed = next(results)
            print(printed, end="")
            if error is not None:
                raise error
            best = max(best, state)
            print("  ended with", state)
    finally:
        pool.shutdown(cancel_futures=True)
    print("best", best)


if __name__ == "__main__":
    main()
