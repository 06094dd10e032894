import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from typing import Dict, List, Tuple


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


Pair = Tuple[int, int]


def roots(n: int) -> Pair:
    low: int = 0
    while (low + 1) * (low + 1) <= n:
        low += 1
    return low, n - low * low


def collect(limit: int) -> Dict[int, Pair]:
    found: Dict[int, Pair] = {}
    items = range(1, limit, 97)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, value in zip(
            items, pool.map(roots, items, chunksize=chunksize)
        ):  # type: int
            pair: Pair = value
            found[n] = pair
    finally:
        pool.shutdown(cancel_futures=True)
    return found


result: Dict[int, Pair] = collect(6_000)
keys: List[int] = list(result)
print(keys[-1], result[keys[-1]], len(result))
