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


def compute_primes_and_others(part):
    primes = []
    others = 0
    for n in part:
        # the small ones are known
        if n < 4 or is_prime(n):
            primes.append(
                f"""{n}
is prime"""
            )
        else:
            others += 1
    return primes, others


def sort_out(numbers):
    primes = []
    others = 0
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for primes_part, others_part in pool.map(
            compute_primes_and_others, in_slices(numbers, 3)
        ):
            primes.extend(primes_part)
            others += others_part
    finally:
        pool.shutdown(cancel_futures=True)
    return primes, others


print(sort_out([7, 9, 2, 15, 31, 33, 37, 4]), sort_out([]))
