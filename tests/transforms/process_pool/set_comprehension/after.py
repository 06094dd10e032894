import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def canonical(n):
    return "".join(sorted(str(n ** 5)))


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 300 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        classes = set(pool.map(canonical, range(300), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(classes), sorted(classes)[:4])


if __name__ == "__main__":
    main()
