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


def square_digits(n):
    return sorted(str(n * n))


def main():
    shapes = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for digits in pool.map(square_digits, range(10, 90)):
            shapes.append("".join(digits))
    finally:
        pool.shutdown(cancel_futures=True)
    print(shapes[:5], "last digits", digits)


if __name__ == "__main__":
    main()
