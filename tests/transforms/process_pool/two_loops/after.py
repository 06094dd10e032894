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


def first(n):
    return sum(k * n % 11 for k in range(50))


def second(n):
    return sum(k ^ n for k in range(50))


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 50 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        lows = list(pool.map(first, range(50), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    highs = []
    for n in range(50):
        highs.append(second(n))
    print(lows[:5], highs[:5])


if __name__ == "__main__":
    main()
