"""Checks numbers and talks about it."""

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
    divisor = 2
    while divisor * divisor <= number:
        if number % divisor == 0:
            print(number, "is", divisor, "times", number // divisor)
            return False
        divisor += 1
    print(number, "is prime")
    return True


def compute_primes(number):
    primes = []
    if check(number):
        primes.append(number)
    return primes


def compute_primes_captured(number):
    """Also give what compute_primes() raised and printed."""
    printed = io.TextIOWrapper(
        io.BytesIO(), sys.stdout.encoding, sys.stdout.errors, newline=""
    )
    result = error = None
    with contextlib.redirect_stdout(printed):
        try:
            result = compute_primes(number)
        except BaseException as raised:
            error = raised
    printed.seek(0)
    return result, error, printed.read()


def main():
    primes = []
    items = range(9000, 9060)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for primes_part, error, printed in pool.map(
            compute_primes_captured, items, chunksize=chunksize
        ):
            print(printed, end="")
            if error is not None:
                raise error
            primes.extend(primes_part)
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(primes), "primes")


if __name__ == "__main__":
    main()
