import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def combine(head, rest):
    value = head
    for number in rest:
        value = (value * 257 + number) % 65_537
    return value


def combine_for_rest(item):
    head, *rest = item
    return combine(head, rest)


def main():
    rows = [tuple(range(n, n + 3 + n % 4)) for n in range(50)]
    values = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(rows) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        values.extend(pool.map(combine_for_rest, rows, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(values)


if __name__ == "__main__":
    main()
