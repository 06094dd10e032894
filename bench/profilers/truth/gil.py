# SPDX-License-Identifier: Apache-2.0
"""A thread that shares the interpreter lock with another. It waited for the lock
when it neither ran nor stood in the kernel's queue."""
import hashlib
import threading
import time
from time import perf_counter_ns as clock

from ledger import Ledger


def queued():
    """Nanoseconds that this thread was ready and did not run."""
    with open("/proc/thread-self/schedstat") as file:
        return int(file.read().split()[1])


def contend(ledger):
    while ledger.running():
        for _ in range(100_000):
            pass


def note(ledger, name, ready, ran, began):
    wall, cpu = clock() - began, time.thread_time_ns() - ran
    ledger.add(name, wall)
    ledger.wait(name, "gil", max(0, wall - cpu - (queued() - ready)))


def main():
    ledger = Ledger()
    data = bytes(20_000_000)
    thread = threading.Thread(target=contend, args=(ledger,))
    thread.start()
    numbers = range(500_000)
    while ledger.running():
        ready, ran, began = queued(), time.thread_time_ns(), clock()
        for i in numbers: i * i  # truth: bytecode
        note(ledger, "bytecode", ready, ran, began)
        ready, ran, began = queued(), time.thread_time_ns(), clock()
        hashlib.sha256(data).digest()  # truth: unlocked
        note(ledger, "unlocked", ready, ran, began)
    thread.join()
    ledger.write()


main()
