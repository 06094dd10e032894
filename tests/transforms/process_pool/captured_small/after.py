import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def polynomial(x, degree, modulus):
    value = 0
    for k in range(degree):
        value = (value * x + k) % modulus
    return value


def main():
    degree = 40
    modulus = 10_007
    values = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 100 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        values.extend(
            pool.map(
                polynomial,
                range(100),
                repeat(degree),
                repeat(modulus),
                chunksize=chunksize,
            )
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(values[-6:], sum(values))


if __name__ == "__main__":
    main()
