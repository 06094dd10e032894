# SPDX-License-Identifier: Apache-2.0
"""Measures the constants of rewrite/cost.cc: what pools and their tasks cost.

usage: pool_costs.py    (with each CPython that matters, on a quiet machine)
"""
import concurrent.futures
import math
import multiprocessing
import statistics
import sys
import time
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

ROUNDS = 9
TASKS = 3_000
ITEMS = 300_000
CHUNKS = 32


def same(item):
    return item


def process_pool():
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("fork"))


def importing_pool():
    return ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn"))


def interpreter_pool():
    return concurrent.futures.InterpreterPoolExecutor(2)


def thread_pool():
    return ThreadPoolExecutor(32)


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def start_cost(make_pool, tasks, work=same):
    def whole_life():
        with make_pool() as pool:
            list(pool.map(work, range(tasks)))

    return statistics.median(seconds(whole_life) for _ in range(ROUNDS))


def task_cost(make_pool, items, chunksize, work=same):
    with make_pool() as pool:
        list(pool.map(work, range(64)))
        return statistics.median(
            seconds(lambda: list(pool.map(work, range(items), chunksize=chunksize))) / items
            for _ in range(ROUNDS)
        )


def main():
    print("CPython", sys.version.split()[0])
    print(f"process pool of 2      {start_cost(process_pool, 8) * 1e3:8.2f} ms")
    print(f"  a task               {task_cost(process_pool, TASKS, 1) * 1e6:8.1f} us")
    print(f"  an item of a chunk   {task_cost(process_pool, ITEMS, ITEMS // CHUNKS) * 1e6:8.1f} us")
    print(f"importing pool of 2    {start_cost(importing_pool, 8) * 1e3:8.2f} ms")
    if sys.version_info >= (3, 14):
        start = start_cost(interpreter_pool, 8, math.isqrt)
        task = task_cost(interpreter_pool, TASKS, 1, math.isqrt)
        print(f"interpreter pool of 2  {start * 1e3:8.2f} ms")
        print(f"  a task               {task * 1e6:8.1f} us")
    print(f"thread pool of 32      {start_cost(thread_pool, 64) * 1e3:8.2f} ms")
    print(f"  a task               {task_cost(thread_pool, TASKS, 1) * 1e6:8.1f} us")


if __name__ == "__main__":
    main()
