#!/usr/bin/env python3
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

limit = 40
primes = []


def in_slices(items, size):
    """Return the items in slices of that size."""
    return [items[i : i + size] for i in range(0, len(items), size)]


def compute_primes(part):
    primes = []
    for n in part:
        if is_prime(n):
            primes.append(n)
    return primes


pool = ProcessPoolExecutor(
    max_workers=min(2, len(os.sched_getaffinity(0))),
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for primes_part in pool.map(compute_primes, in_slices(range(limit), 3)):
        primes.extend(primes_part)
finally:
    pool.shutdown(cancel_futures=True)
print(primes)
