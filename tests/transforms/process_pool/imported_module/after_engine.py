"""The part that computes."""

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
        initializer=end_with_program,
    )
    try:
        results.extend(
            pool.map(power_tail_for_times, jobs, chunksize=chunksize)
        )
    finally:
        pool.shutdown(cancel_futures=True)
    return results
