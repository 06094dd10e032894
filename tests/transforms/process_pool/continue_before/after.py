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


def ways(amount):
    table = [1] + [0] * amount
    for coin in (1, 2, 5, 10):
        for value in range(coin, amount + 1):
            table[value] += table[value - coin]
    return table[amount]


def ways_for_amount(amount):
    if amount % 4 == 0:
        return None
    return ways(amount)


def main():
    counts = []
    items = range(10, 80)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for amount, result in zip(
            items, pool.map(ways_for_amount, items, chunksize=chunksize)
        ):
            if amount % 4 == 0:
                continue
            counts.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(counts)


if __name__ == "__main__":
    main()
