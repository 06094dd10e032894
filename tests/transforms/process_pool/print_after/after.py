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


def root(n):
    guess = n
    while guess * guess > n:
        guess = (guess + n // guess) // 2
    return guess


def compute_value(n):
    return root(n * 10_007)


def main():
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, value in zip(
            range(1, 60), pool.map(compute_value, range(1, 60))
        ):
            print(f"root of {n * 10_007} is about {value}")
    finally:
        pool.shutdown(cancel_futures=True)
    print("done")


if __name__ == "__main__":
    main()
