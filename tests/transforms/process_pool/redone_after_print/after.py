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
        initializer=end_with_program,
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
