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


def analyse(n):
    divisors = [d for d in range(1, n + 1) if n % d == 0]
    return len(divisors), sum(divisors)


def main():
    most = 0
    total = 0
    perfect = []
    items = range(1, 200)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, (count, divisor_sum) in zip(
            items, pool.map(analyse, items, chunksize=chunksize)
        ):
            most = max(most, count)
            total += divisor_sum
            if divisor_sum == 2 * n:
                perfect.append(n)
    finally:
        pool.shutdown(cancel_futures=True)
    print(most, total, perfect)


if __name__ == "__main__":
    main()
