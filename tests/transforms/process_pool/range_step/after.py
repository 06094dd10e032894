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


def halves(n):
    count = 0
    while n:
        n //= 2
        count += 1
    return count


def halves_for_n(n):
    return halves(n ** 9)


def main():
    counts = []
    items = range(900, 0, -30)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        counts.extend(pool.map(halves_for_n, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(counts)


if __name__ == "__main__":
    main()
