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


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, int(n ** 0.5) + 1))


def main():
    candidates = range(1_000, 1_400)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(candidates) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        primes = [n for n, keep in zip(
            candidates, pool.map(is_prime, candidates, chunksize=chunksize)
        ) if keep]
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(primes), primes[0], primes[-1])


if __name__ == "__main__":
    main()
