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


def growth(values, rate):
    total = 0.0
    for value in values:
        for year in range(50):
            total += value * rate ** year
    return total


def spread(values):
    low = high = values[0]
    for a in values:
        for b in values[:20]:
            if abs(a - b) > high - low:
                low, high = min(a, b), max(a, b)
    return low, high


def main():
    values = [n * 37 % 101 + 0.5 for n in range(300)]
    # The three figures of the report.
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        slow_task = pool.submit(growth, values, 1.01)
        spread_task = pool.submit(spread, values)
        fast_task = pool.submit(growth, values, rate=1.07)
        slow = slow_task.result()
        print("slow growth is there")
        low, high = spread_task.result()
        fast = fast_task.result()
    finally:
        pool.shutdown(cancel_futures=True)
    print(slow, fast, low, high)


main()
