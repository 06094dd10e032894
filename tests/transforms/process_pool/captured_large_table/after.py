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


def follow(start, links, steps):
    at = start
    for _ in range(steps):
        at = links[at]
    return at


def start_worker(links):
    """Keep in this process what all its items read."""
    global _links
    _links = links
    end_with_program()


def follow_for_start(start):
    return follow(start, _links, 200)


def main():
    links = [(n * 7_919 + 13) % 30_011 for n in range(30_011)]
    ends = []
    items = range(0, 600, 10)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(links,),
    )
    try:
        ends.extend(pool.map(follow_for_start, items, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(ends)


if __name__ == "__main__":
    main()
