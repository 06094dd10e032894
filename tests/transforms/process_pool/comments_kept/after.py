import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


# Compare the digits of powers.


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def tail(base):   # keeps the last three digits
    value = 1
    for _ in range(50):
        value = value * base % 1000
    return value


def main():
    tails = []   # one per base
    # Small bases first.
    items = range(2, 60)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for result in pool.map(tail, items, chunksize=chunksize):  # 0 and 1 are dull
            # The interesting part:
            tails.append(result)  # three digits
            # (nothing else here)
    finally:
        pool.shutdown(cancel_futures=True)
    # All done.
    print(tails)   # trailing comment


if __name__ == "__main__":
    main()
