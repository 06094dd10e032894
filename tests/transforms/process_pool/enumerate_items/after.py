import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def score(name):
    return sum(ord(c) - 96 for c in name * 5)


def score_for_name(item):
    position, name = item
    return position * score(name)


def main():
    names = ["mary", "patricia", "linda", "barbara", "elizabeth", "jennifer"]
    scores = []
    items = list(enumerate(sorted(names), 1))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    with ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    ) as pool:
        scores.extend(pool.map(score_for_name, items, chunksize=chunksize))
    print(scores)


if __name__ == "__main__":
    main()
