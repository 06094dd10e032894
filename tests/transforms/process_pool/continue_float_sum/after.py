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


def value(n):
    return sum(k / (n + 1) for k in range(60))


def value_for_n(n):
    if n % 3 == 0:
        return None
    return value(n)


def main():
    total = 0.0
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 60 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, result in zip(
            range(60), pool.map(value_for_n, range(60), chunksize=chunksize)
        ):
            if n % 3 == 0:
                continue
            total += result
    finally:
        pool.shutdown(cancel_futures=True)
    print(repr(total))


if __name__ == "__main__":
    main()
