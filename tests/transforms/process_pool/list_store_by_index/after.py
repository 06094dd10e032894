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


def tri(n):
    return sum(range(n + 1))


def main():
    count = 90
    table = [0] * count
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for i, result in zip(range(count), pool.map(tri, range(count))):
            table[i] = result % 97
    finally:
        pool.shutdown(cancel_futures=True)
    print(table)


if __name__ == "__main__":
    main()
