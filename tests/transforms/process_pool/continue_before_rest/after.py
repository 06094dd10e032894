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
    return sum(k * n % 13 for k in range(60))


def value_for_n(n):
    if n % 3 == 0:
        return None
    return value(n)


def main():
    found = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, result in zip(range(60), pool.map(value_for_n, range(60))):
            if n % 3 == 0:
                continue
            found.append(result)
            if len(found) % 5 == 0:
                print(n, found[-1])
                found.append(0)
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(found))


if __name__ == "__main__":
    main()
