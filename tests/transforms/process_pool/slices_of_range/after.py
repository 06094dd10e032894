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


def is_prime(n):
    if n < 2:
        return False
    i = 2
    while i * i <= n:
        if n % i == 0:
            return False
        i += 1
    return True


def in_slices(items, size):
    """Return the items in slices of that size."""
    return [items[i : i + size] for i in range(0, len(items), size)]


def compute_found(part):
    found = 0
    for n in part:
        if is_prime(n):
            found += 1
    return found


# How many there are.
def count_primes(limit):
    found = 0
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for found_part in pool.map(
            compute_found, in_slices(range(2, limit), 3)
        ):  # one is none
            found += found_part
    finally:
        pool.shutdown(cancel_futures=True)
    return found


print(count_primes(60), count_primes(0))
