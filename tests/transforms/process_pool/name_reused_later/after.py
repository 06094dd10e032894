"""For each word the nearest other one."""

import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def distance_between(a, b):
    total = 0
    for x, y in zip(a * 9, b * 9):
        total += abs(ord(x) - ord(y))
    return total + 100 * abs(len(a) - len(b))


def start_worker(words):
    """Keep in this process what all its items read."""
    global _words
    _words = words
    end_with_program()


def compute_best(word):
    words = _words
    best = None
    for other in words:
        if other != word:
            distance = distance_between(word, other)
            if best is None or distance < best[0]:
                best = (distance, other)
    return best


def main():
    words = "pool loop fork join lock task queue thread worker chunk".split()
    nearest = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(words) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(words,),
    )
    try:
        for best in pool.map(compute_best, words, chunksize=chunksize):
            nearest.append(best)
    finally:
        pool.shutdown(cancel_futures=True)
    for name, (distance, other) in zip(words, nearest):
        print(name, other, distance)
    distance = sum(distance for distance, _ in nearest)
    print(distance)


if __name__ == "__main__":
    main()
