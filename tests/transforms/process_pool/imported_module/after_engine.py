"""The part that computes."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def power_tail(base, times):
    value = 1
    for _ in range(times * 20):
        value = value * (base + 2) % 99_991
    return value


def power_tail_for_times(item):
    base, times = item
    return power_tail(base, times)


def run_jobs(jobs):
    results = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(jobs) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        results.extend(
            pool.map(power_tail_for_times, jobs, chunksize=chunksize)
        )
    finally:
        pool.shutdown(cancel_futures=True)
    return results
