import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def tri(n):
    return sum(range(n + 1))


def tri_for_i(i):
    return tri(i) % 97


def main():
    count = 90
    table = [0] * count
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, count // (16 * workers))
    with ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    ) as pool:
        for i, result in zip(
            range(count),
            pool.map(tri_for_i, range(count), chunksize=chunksize),
        ):
            table[i] = result
    print(table)


if __name__ == "__main__":
    main()
