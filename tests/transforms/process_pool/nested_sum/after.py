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


def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def compute_months(order):
    months = 0
    for share in range(3):
        # every share is settled on its own
        months += burn(order + share) % 100
    return months


def count_months(orders):
    months = 0
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for order, months_part in zip(
            orders, pool.map(compute_months, orders)
        ):
            months += months_part
            print("settled", order)
    finally:
        pool.shutdown(cancel_futures=True)
    return months


print(count_months(range(8)))
