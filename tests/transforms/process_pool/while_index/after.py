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


def value(n, base):
    return sum(k * n % base for k in range(60))


def start_worker(numbers):
    """Keep in this process what all its items read."""
    global _numbers
    _numbers = numbers
    end_with_program()


def value_for_i(i):
    return value(_numbers[i], 13)


def main():
    numbers = [n * n % 37 for n in range(150)]
    total = 0
    i = 0
    items = range(i, len(numbers))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(numbers,),
    )
    try:
        for result in pool.map(value_for_i, items, chunksize=chunksize):
            # every number once
            total += result
            i += 1
    finally:
        pool.shutdown(cancel_futures=True)
    print(total, i)


if __name__ == "__main__":
    main()
