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


def primes_below(limit):
    return [n for n in range(2, limit) if all(n % d for d in range(2, n))]


def compute_primes_and_widest(limit):
    primes = primes_below(limit)
    gaps = [b - a for a, b in zip(primes, primes[1:])]
    widest = max(gaps)
    return primes, widest


def main():
    rows = []
    items = range(10, 60, 5)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for limit, (primes, widest) in zip(
            items,
            pool.map(compute_primes_and_widest, items, chunksize=chunksize),
        ):
            # One line per limit, as the paper has it.
            rows.append((limit, len(primes), widest))
    finally:
        pool.shutdown(cancel_futures=True)
    for row in rows:
        print(*row)


if __name__ == "__main__":
    main()
