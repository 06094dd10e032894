import math
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


def integral(k):
    return sum(math.sin(k * x / 50) / 50 for x in range(50))


def main():
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        total = sum(pool.map(integral, range(1, 80)))
    finally:
        pool.shutdown(cancel_futures=True)
    print(repr(total))


if __name__ == "__main__":
    main()
