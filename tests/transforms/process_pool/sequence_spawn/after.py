import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


RATES = {}


def make_values(count):
    return [n * 37 % 101 + 0.5 for n in range(count)]


def growth(values, region):
    total = 0.0
    for value in values:
        for year in range(50):
            total += value * RATES[region] ** year
    return total


def spread(values):
    low = high = values[0]
    for a in values:
        for b in values[:20]:
            if abs(a - b) > high - low:
                low, high = min(a, b), max(a, b)
    return low, high


if __name__ == "__main__":
    RATES["north"] = 1.01 if len(sys.argv) < 9 else 1.02
    print("report")
    values = make_values(300)


def start_worker(rates):
    """Keep in this process what all its items read."""
    global RATES
    RATES = rates
    end_with_program()


if __name__ == "__main__":
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=start_worker,
        initargs=(RATES,),
    )
    try:
        slow_task = pool.submit(growth, values, "north")
        spread_task = pool.submit(spread, values)
        slow = slow_task.result()
        low, high = spread_task.result()
    finally:
        pool.shutdown(cancel_futures=True)
    print(slow, low, high)
