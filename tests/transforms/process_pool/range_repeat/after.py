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


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def fib_for_item(_):
    return fib(12)


def main():
    results = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 8 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results.extend(pool.map(fib_for_item, range(8), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(results)


if __name__ == "__main__":
    main()
