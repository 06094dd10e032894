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


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def odd_numbers(limit):
    for n in range(1, limit):
        if n % 2:
            yield n


def main():
    total = 0
    items, failure = [], None
    try:
        items.extend(odd_numbers(200))
    except Exception as error:
        failure = error
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=end_with_program,
    )
    try:
        for n, result in zip(items, pool.map(steps, items)):
            total += result
            print(n, total)
        if failure is not None:
            raise failure
    finally:
        pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    main()
