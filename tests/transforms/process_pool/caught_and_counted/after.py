import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


class Refused(Exception):
    pass


def weigh(text, rounds):
    if text.startswith("#"):
        raise Refused(text)
    return sum(len(text) * k % 7 for k in range(rounds)) / (len(text) - 4)


def lines(count):
    texts = [line.strip() for line in sys.stdin]
    for number in range(count):
        for text in texts:
            yield f"{text}{number}"


def try_weigh(text, rounds):
    """Give the result and True, or None and False if the work raises."""
    try:
        return weigh(text, rounds), True
    except BaseException:
        return None, False


def main(count=3, rounds=60):
    weights = {}
    bad = 0
    items, failure = [], None
    try:
        items.extend(lines(count))
    except Exception as exception:
        failure = exception
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for text, (result, done) in zip(
            items,
            pool.map(try_weigh, items, repeat(rounds), chunksize=chunksize),
        ):
            try:
                if not done:
                    result = weigh(text, rounds)
                weights[text] = result
            except (Refused, ZeroDivisionError) as error:
                bad += 1
                print("skipped", text, error)
                continue
        if failure is not None:
            raise failure
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(weights), bad)


main()
