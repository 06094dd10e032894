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


FACTORS = []
BASE = 11


def prepare(count):
    for k in range(count):
        FACTORS.append(BASE + k)


def score(n):
    return sum(n % factor for factor in FACTORS)


def start_worker(factors):
    """Keep in this process what all its items read."""
    global FACTORS
    FACTORS = factors
    end_with_program()


def run(count):
    scores = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, count // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=start_worker,
        initargs=(FACTORS,),
    )
    try:
        scores.extend(pool.map(score, range(count), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    return scores
