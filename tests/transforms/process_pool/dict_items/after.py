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


def variance(values):
    mean = sum(values) / len(values)
    return sum((v - mean) ** 2 for v in values) / len(values)


def variance_for_values(item):
    name, values = item
    return variance(values)


def main():
    series = {f"s{k}": [(k * n * 7) % 23 for n in range(40)] for k in range(1, 20)}
    spread = {}
    items = series.items()
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for (name, values), result in zip(
            items, pool.map(variance_for_values, items, chunksize=chunksize)
        ):
            spread[name] = result
    finally:
        pool.shutdown(cancel_futures=True)
    for name in sorted(spread):
        print(name, repr(spread[name]))


if __name__ == "__main__":
    main()
