"""Count the divisors of a few numbers."""
import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


if __name__ == "__main__":
    # Shown first.
    print("counting divisors")

    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 40
STEP = 1
text = """two
lines"""


def divisors(n):
    return sum(1 for d in range(1, n + 1, STEP) if n % d == 0 and d <= limit)


counts = []


def start_worker(limit_value):
    """Keep in this process what all its items read."""
    global limit
    limit = limit_value
    end_with_program()


items = range(1, 60)
if __name__ == "__main__":
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=start_worker,
        initargs=(limit,),
    )
    try:
        counts.extend(pool.map(divisors, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)

    if counts:
        print(counts, text)
