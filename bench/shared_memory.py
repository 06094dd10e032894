#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What would shared memory save? Needs NumPy; docs/decisions.md has the figures.

    shared_memory.py start MEGABYTES    an array that workers which are not
                                        forked are sent at their start
    shared_memory.py rows SWEEPS        8 MB of results for each item, from
                                        SWEEPS passes over them

CPU seconds of the program and its workers, so that other programs on the
machine do not count.
"""
import concurrent.futures
import multiprocessing
import os
import sys
import time

os.environ["OPENBLAS_NUM_THREADS"] = "1"
import numpy as np

SIZE, ROWS = 1024, 24


def measured(name, work):
    before, start = os.times(), time.perf_counter()
    work()
    wall_s = time.perf_counter() - start
    cpu_s = sum(os.times()[:4]) - sum(before[:4])
    print(f"{name:8} {cpu_s:.2f} s of CPU, {wall_s:.2f} s")


def keep(array):
    global kept
    kept = array


def view(block):
    keep(np.frombuffer(block))


def look(number):
    return float(kept[number])


def start(megabytes):
    array = np.ones(megabytes << 17)
    context = multiprocessing.get_context("forkserver")

    def run(initializer, *given):
        with concurrent.futures.ProcessPoolExecutor(
            2, context, initializer, given
        ) as pool:
            list(pool.map(look, range(8)))

    def share():
        block = context.RawArray("d", array.size)
        np.frombuffer(block)[:] = array
        run(view, block)

    run(keep, array[:8])  # starts the server
    measured("pickled", lambda: run(keep, array))
    measured("shared", share)


def smooth(a, sweeps):
    for _ in range(sweeps):
        b = a.copy()
        b[1:-1] = (a[1:-1] * 2 + a[:-2] + a[2:]) / 4
        a = b
    return a


def rows(sweeps):
    frames = np.random.default_rng(1).random((ROWS, SIZE, SIZE))
    out = np.zeros_like(frames)
    out[:] = 1  # has its memory before anything is measured
    context = multiprocessing.get_context("fork")
    block = context.RawArray("d", frames.size)
    shared = np.frombuffer(block).reshape(frames.shape)

    global row, fill

    def row(i):
        return smooth(frames[i], sweeps)

    def fill(i):
        shared[i] = row(i)

    def sequential():
        for i in range(ROWS):
            out[i] = row(i)

    def pickled():
        with concurrent.futures.ProcessPoolExecutor(2, context) as pool:
            for i, result in enumerate(pool.map(row_of, range(ROWS))):
                out[i] = result

    def in_block():
        with concurrent.futures.ProcessPoolExecutor(2, context) as pool:
            for i, _ in enumerate(pool.map(fill_of, range(ROWS))):
                out[i] = shared[i]

    def threads():
        with concurrent.futures.ThreadPoolExecutor(2) as pool:
            for i, result in enumerate(pool.map(row, range(ROWS))):
                out[i] = result

    for work in (sequential, pickled, in_block, threads):
        measured(work.__name__, work)


def row_of(i):
    return row(i)


def fill_of(i):
    fill(i)


if __name__ == "__main__":
    {"start": start, "rows": rows}[sys.argv[1]](int(sys.argv[2]))
