# SPDX-License-Identifier: Apache-2.0
"""Measures the constants of rewrite/cost.cc: what pools and their tasks cost.

usage: pool_costs.py    (with each CPython that matters, on a quiet machine)
"""
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


def thread_pool():
    return ThreadPoolExecutor(32)


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def start_cost(make_pool, tasks):
    def whole_life():
        with make_pool() as pool:
            list(pool.map(same, range(tasks)))

    return statistics.median(seconds(whole_life) for _ in range(ROUNDS))


def task_cost(make_pool, items, chunksize):
    with make_pool() as pool:
        list(pool.map(same, range(64)))
        return statistics.median(
            seconds(lambda: list(pool.map(same, range(items), chunksize=chunksize))) / items
            for _ in range(ROUNDS)
        )


def main():
    print("CPython", sys.version.split()[0])
    print(f"process pool of 2      {start_cost(process_pool, 8) * 1e3:8.2f} ms")
    print(f"  a task               {task_cost(process_pool, TASKS, 1) * 1e6:8.1f} us")
    print(f"  an item of a chunk   {task_cost(process_pool, ITEMS, ITEMS // CHUNKS) * 1e6:8.1f} us")
    print(f"thread pool of 32      {start_cost(thread_pool, 64) * 1e3:8.2f} ms")
    print(f"  a task               {task_cost(thread_pool, TASKS, 1) * 1e6:8.1f} us")


if __name__ == "__main__":
    main()
