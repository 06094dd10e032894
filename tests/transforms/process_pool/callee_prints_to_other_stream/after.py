import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor


def check(number: int, limit: int):
    """What is left of number, divided by all below the limit."""
    total = sum(number % k for k in range(1, limit))
    average = total / limit  # not an integer
    return average, total


def finish_check(number: int, limit: int, average, total) -> int:
    # Somebody watches.
    print(f"{number} of {limit}: {average}", file=sys.stderr)
    if total > 15_000:
        return 0
    return total


def check_for_number(number):
    return check(number, limit=400)


def main():
    totals = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for number, result in zip(
            range(50, 90), pool.map(check_for_number, range(50, 90))
        ):
            totals.append(finish_check(number, 400, *result))
    finally:
        pool.shutdown(cancel_futures=True)
    print(sum(totals))


main()
