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


def score(name):
    return sum(ord(c) - 96 for c in name * 5)


def main():
    names = ["mary", "patricia", "linda", "barbara", "elizabeth", "jennifer"]
    scores = []
    items = sorted(names)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for (position, name), result in zip(
            enumerate(items, 1), pool.map(score, items, chunksize=chunksize)
        ):
            scores.append(position * result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(scores)


if __name__ == "__main__":
    main()
