import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing


def step(cell, left, right):
    value = cell
    for _ in range(20):
        value = (value * 5 + left * 3 + right) % 251
    return value


def process_item(generation):
    following = []
    cells = following
    return sum(cells)


def main():
    cells = [(n * n) % 251 for n in range(40)]
    with ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    ) as pool, closing(pool.map(process_item, range(6))) as results:
        for generation in range(6):
            following = []
            for i in range(len(cells)):
                following.append(step(cells[i], cells[i - 1], cells[(i + 1) % len(cells)]))
            cells = following
            print(generation, next(results))


if __name__ == "__main__":
    main()
