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


def slow(n):
    return sum(k * n % 13 for k in range(80))


def slower(n):
    return sum(k * n % 17 for k in range(160))


def compute_value(n):
    if n % 3 == 0:
        value = slow(n)
    else:
        value = slower(n) + 1
    return value


def main():
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, value in zip(range(40), pool.map(compute_value, range(40))):
            print(n, value)
    finally:
        pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    main()
