import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


weigh = lambda n: sum((n * k) % 19 for k in range(60))


def weigh_for_n(n):
    return weigh(n)


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 60 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results = list(pool.map(weigh_for_n, range(60), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(results)


if __name__ == "__main__":
    main()
