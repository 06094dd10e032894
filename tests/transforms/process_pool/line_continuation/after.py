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


def mixed(a, b, c):
    total = 0
    for k in range(30):
        total += (a * k + b) % c
    return total


def mixed_for_n(n):
    return mixed(
        n,
        n + 1,  # off by one on purpose
        7,
    )


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 50 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results = list(pool.map(mixed_for_n, range(50), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    more = []
    for n in \
            range(20):
        more.append(mixed(n, n, \
                          11))
    print(results, more)


if __name__ == "__main__":
    main()
