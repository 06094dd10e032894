import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


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
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        results_2 = executor.map(cost, numbers, chunksize=chunksize)
        return sorted(numbers, key=lambda _: next(results_2))
    finally:
        executor.shutdown(cancel_futures=True)


print(pool(keys, 70), results, items)
