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
        initializer=end_with_program,
    )
    try:
        values.extend(pool.map(combine_for_rest, rows, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(values)


if __name__ == "__main__":
    main()
