import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


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
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
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
