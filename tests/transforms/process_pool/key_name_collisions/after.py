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


keys = [n + 5 for n in range(200)]
results = ["results"]
items = {"items": 1}


def cost(n):
    return steps(n) * 2


def pool(numbers, local):
    def far(n):
        return abs(n - local)

    print(min(numbers, key=far))
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(numbers) // (16 * workers))
    executor = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results_2 = executor.map(cost, numbers, chunksize=chunksize)
        return sorted(numbers, key=lambda _: next(results_2))
    finally:
        executor.shutdown(cancel_futures=True)


print(pool(keys, 70), results, items)
