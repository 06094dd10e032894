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


def gcd_steps(a, b):
    steps = 0
    while b:
        a, b = b, a % b
        steps += 1
    return steps


def gcd_steps_for_right(item):
    left, right = item
    return gcd_steps(left, right)


def main():
    lefts = [n * 17 + 3 for n in range(60)]
    rights = [n * 11 + 8 for n in range(64)]
    steps = []
    items = list(zip(lefts, rights))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        steps.extend(
            pool.map(gcd_steps_for_right, items, chunksize=chunksize)
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(steps)


if __name__ == "__main__":
    main()
