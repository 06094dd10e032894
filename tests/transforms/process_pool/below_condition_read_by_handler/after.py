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


def work(n):
    total = 0
    for k in range(1, 400):
        total += n // k
    return total


def compute_last(n):
    if not (n % 2):
        return None
    return work(n)


def main():
    results = []
    try:
        pool = ProcessPoolExecutor(
            max_workers=min(2, len(os.sched_getaffinity(0))),
            mp_context=multiprocessing.get_context("fork"),
            initializer=end_with_program,
        )
        try:
            for n, result in zip(range(60), pool.map(compute_last, range(60))):
                if n % 2:
                    last = result
                results.append(n)
        finally:
            pool.shutdown(cancel_futures=True)
        last = 0
        print(1 // last)
    except ZeroDivisionError:
        pass
    print(last, len(results))


if __name__ == "__main__":
    main()
