# SPDX-License-Identifier: Apache-2.0
"""Measures what pools cost with this Python on this machine.

usage: pool_costs.py WORKERS [importing] [interpreters]

Prints one "name seconds" a line, named as the fields of rewrite::PoolCosts.
Each is the least of a few: what the machine can do, as far as other programs
let it. What importing takes, and how much workers slow each other down (threads
of one core, caches), is told by CPU time, which does not count other programs.
"""
import math
import pickle
import sys
import time

BEGIN = time.process_time()

import multiprocessing
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

IMPORT = time.process_time() - BEGIN
WORKERS = int(sys.argv[1])
THREADS = 32
NUMBERS = [i / 7 for i in range(20_000)]


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def process_pool(method="fork"):
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(WORKERS, mp_context=context)


def thread_pool():
    return ThreadPoolExecutor(THREADS)


def interpreter_pool():
    from concurrent.futures import InterpreterPoolExecutor

    return InterpreterPoolExecutor(WORKERS)


def least(work, rounds=3):
    return min(work() for _ in range(rounds))


def whole_life(make, tasks):
    def live():
        with make() as pool:
            list(pool.map(math.floor, range(tasks)))

    return seconds(live)


def each(pool, items, chunksize=1, function=math.floor):
    work = lambda: list(pool.map(function, items, chunksize=chunksize))
    return seconds(work) / len(items)


def spin(count):
    """The CPU time that counting takes."""
    start = time.thread_time()
    total = 0
    for i in range(count):
        total += i
    return time.thread_time() - start


def same(item):
    return item


def task(pool):
    """What a task takes beside its work. So few and small that some of many
    rounds are over before other programs have their turn."""
    start = time.perf_counter()
    work = sum(pool.map(spin, [3_000] * 8))
    return (time.perf_counter() - start - work / WORKERS) / 8


def worker_yield(pool):
    """What each worker more brings, of the speed of one alone."""
    if WORKERS == 1:
        return 1
    alone = least(lambda: min(pool.map(spin, [150_000])))
    together = least(lambda: max(pool.map(spin, [150_000] * WORKERS)))
    return (WORKERS * alone / together - 1) / (WORKERS - 1)


def main():
    print("process_import", IMPORT)
    print("process_start", least(lambda: whole_life(process_pool, WORKERS)))
    with process_pool() as pool:
        list(pool.map(math.floor, range(8 * WORKERS)))
        first = worker_yield(pool)
        print("process_task", least(lambda: task(pool), rounds=25))
        print("process_item", least(lambda: each(pool, range(8_000), 1_000)))
        large = least(lambda: each(pool, [NUMBERS], function=same))
        small = least(lambda: each(pool, [0], function=same))
        ways = 2 * len(pickle.dumps(NUMBERS))
        print("byte", max(large - small, 0) / ways)
        # Twice, as other guests of a virtual machine's host come and go.
        print("worker_yield", max(first, worker_yield(pool)))
    print("thread_start", least(lambda: whole_life(thread_pool, 2 * THREADS)))
    with thread_pool() as pool:
        list(pool.map(math.floor, range(2 * THREADS)))
        print("thread_task", least(lambda: each(pool, range(200))))
    if "importing" in sys.argv:
        start = lambda: whole_life(lambda: process_pool("spawn"), WORKERS)
        print("importing_start", start())
    if "interpreters" in sys.argv:
        print("interpreter_start", whole_life(interpreter_pool, WORKERS))
        with interpreter_pool() as pool:
            list(pool.map(math.floor, range(8 * WORKERS)))
            print("interpreter_task", least(lambda: each(pool, range(100))))


main()
