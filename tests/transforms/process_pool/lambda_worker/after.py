import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


weigh = lambda n: sum((n * k) % 19 for k in range(60))


def weigh_for_n(n):
    return weigh(n)


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 60 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        results = list(pool.map(weigh_for_n, range(60), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(results)


if __name__ == "__main__":
    main()
