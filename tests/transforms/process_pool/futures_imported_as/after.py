import concurrent.futures as cf
import multiprocessing
import os
import signal


def digit_sum(n):
    return sum(int(c) for c in str(n))


def digit_sum_for_n(n):
    return digit_sum(3 ** n)


def main():
    sums = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 90 // (16 * workers))
    pool = cf.ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        sums.extend(pool.map(digit_sum_for_n, range(90), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(sums[-3:], cf.FIRST_COMPLETED)


if __name__ == "__main__":
    main()
