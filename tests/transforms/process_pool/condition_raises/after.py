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


def is_wanted(row):
    return row["size"] % 3 > 0 and 60 // (row["size"] - 31) > 0


def area(width):
    return sum(width * k % 17 for k in range(300))


def compute_result(row):
    width = row["size"] * 2
    if width == 46:
        return None
    if not is_wanted(row):
        return None
    return area(width)


def main():
    rows = [{"name": f"r{n}", "size": n} for n in range(20, 40)]
    result = None
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        results = pool.map(compute_result, rows)
        for row in rows:
            print("row", row["name"])
            value = next(results)
            width = row["size"] * 2
            if width == 46:
                print("passed over")
            elif is_wanted(row):
                result = value
                print(result)
            if row["size"] == 25:
                print("last", result)
    finally:
        pool.shutdown(cancel_futures=True)


if __name__ == "__main__":
    main()
