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


def blend(n):
    return sum((n * k) % 13 for k in range(50))


def collect(count):
    """Blend every number below count."""
    results = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, count // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results.extend(pool.map(blend, range(count), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    return results


def report(count):
    for value in collect(count)[:5]:
        print(value)


report(70)
