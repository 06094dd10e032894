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


def describe(number):
    digits = [int(d) for d in str(number**20)]
    return {"name": f"n{number}", "digits": digits, "sizes": {"all": len(digits)}}


def score(record):
    total = record["sizes"]["all"]
    for k in range(100):
        total += sum(record["digits"]) * k % 7
    return record["name"].upper(), total


def main():
    records = [describe(number) for number in range(2, 40)]
    scores = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(records) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        scores.extend(pool.map(score, records, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(scores[:4], len(scores))


if __name__ == "__main__":
    main()
