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


def collatz_length(n):
    length = 1
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        length += 1
    return length


def main():
    numbers = [n * n + 1 for n in range(200)]
    lengths = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(numbers) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        lengths.extend(pool.map(collatz_length, numbers, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(lengths[:10], sum(lengths))


if __name__ == "__main__":
    main()
