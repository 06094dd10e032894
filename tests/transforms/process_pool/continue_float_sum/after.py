import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def value(n):
    return sum(k / (n + 1) for k in range(60))


def value_for_n(n):
    if n % 3 == 0:
        return None
    return value(n)


def main():
    total = 0.0
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 60 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for n, result in zip(
            range(60), pool.map(value_for_n, range(60), chunksize=chunksize)
        ):
            if n % 3 == 0:
                continue
            total += result
    finally:
        pool.shutdown(cancel_futures=True)
    print(repr(total))


if __name__ == "__main__":
    main()
