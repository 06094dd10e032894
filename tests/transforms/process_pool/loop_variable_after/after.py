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


def depth(n):
    count = 0
    while n % 2 == 0:
        n //= 2
        count += 1
    return count


def main():
    depths = []
    items = range(64, 512, 64)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, result in zip(
            items, pool.map(depth, items, chunksize=chunksize)
        ):
            depths.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(depths, "last was", n)


if __name__ == "__main__":
    main()
