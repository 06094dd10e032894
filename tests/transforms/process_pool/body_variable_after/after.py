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


def join_for_n(n):
    digits = square_digits(n)
    return "".join(digits)


def main():
    shapes = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for n, result in zip(
            range(10, 90), pool.map(join_for_n, range(10, 90))
        ):
            digits = square_digits(n)
            shapes.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(shapes[:5], "last digits", digits)


if __name__ == "__main__":
    main()
