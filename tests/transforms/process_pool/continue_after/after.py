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


def ways(amount, coins=(1, 2, 5, 10)):
    table = [1] + [0] * amount
    for coin in coins:
        for value in range(coin, amount + 1):
            table[value] += table[value - coin]
    return table[amount]


def main():
    odd = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for amount, count in zip(range(10, 60), pool.map(ways, range(10, 60))):
            if count % 2 == 0:
                continue
            odd.append((amount, count))
    finally:
        pool.shutdown(cancel_futures=True)
    print(odd)


if __name__ == "__main__":
    main()
