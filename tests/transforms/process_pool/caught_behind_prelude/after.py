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


def steps_to_one(start, most):
    steps = 0
    while start != 1:
        start = start // 2 if start % 2 == 0 else 3 * start + 1
        steps += 1
        if steps > most:
            raise ValueError(steps)
    return steps


def compute_steps(number):
    most = 90 + number % 20
    return steps_to_one(number, most)


def try_compute_steps(number):
    """Give the result and True, or None and False if the work raises."""
    try:
        return compute_steps(number), True
    except BaseException:
        return None, False


def main():
    found = []
    items = range(1, 60)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for number, (result, done) in zip(
            items, pool.map(try_compute_steps, items, chunksize=chunksize)
        ):
            most = 90 + number % 20
            try:
                if not done:
                    result = steps_to_one(number, most)
                steps = result
                found.append(steps)
            except ValueError:
                print(number, "takes more than", most)
    finally:
        pool.shutdown(cancel_futures=True)
    print(found)


if __name__ == "__main__":
    main()
