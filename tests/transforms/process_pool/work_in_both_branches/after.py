import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


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
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for n, value in zip(range(40), pool.map(compute_value, range(40))):
            print(n, value)
    finally:
        pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    main()
