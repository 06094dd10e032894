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


def is_prime_for_part(part):
    return [n * n for n in part if n % 2 and is_prime(n)]


def squares_of_primes(limit):
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        return [
            value
            for values in pool.map(
                is_prime_for_part, in_slices(range(limit), 3)
            )
            for value in values
        ]
    finally:
        pool.shutdown(cancel_futures=True)


print(squares_of_primes(50), squares_of_primes(0))
