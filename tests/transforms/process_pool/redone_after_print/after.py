import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def score(pair):
    left, right = pair
    return sum(k % left for k in range(right)) / (right - 40)


def score_for_right(item):
    (left, right) = item
    return score((left, right))


def try_score_for_right(item):
    """Give the result and True, or None and False if the work raises."""
    try:
        return score_for_right(item), True
    except BaseException:
        return None, False


def main():
    best = {}
    items = list(zip(range(1, 60), range(20, 79)))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        results = pool.map(try_score_for_right, items, chunksize=chunksize)
        for number, (left, right) in enumerate(items):
            print("begin", number)
            result, done = next(results)
            if not done:
                result = score((left, right))
            best[number] = result
            print("got", best[number])
    finally:
        pool.shutdown(cancel_futures=True)


main()
