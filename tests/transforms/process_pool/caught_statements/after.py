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


def parsed(text):
    return [int(part) for part in text.split("-")]


def compute_numbers_and_value(line):
    numbers = parsed(line)
    value = sum(number * k % 11 for number in numbers for k in range(90))
    return numbers, value


def try_compute_numbers_and_value(line):
    """Give the result and True, or None and False if the work raises."""
    try:
        return compute_numbers_and_value(line), True
    except BaseException:
        return None, False


def main():
    lines = [f"{n}-{n * 7 % 5}-{'x' if n % 9 == 4 else n}" for n in range(50)]
    results = {}
    bad = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(lines) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for line, (result, done) in zip(
            lines,
            pool.map(
                try_compute_numbers_and_value, lines, chunksize=chunksize
            ),
        ):
            try:
                if not done:
                    result = compute_numbers_and_value(line)
                numbers, value = result
                results[line] = value // numbers[1]
            except (ValueError, ZeroDivisionError) as error:
                bad.append(str(error))
    finally:
        pool.shutdown(cancel_futures=True)
    print(results)
    print(bad)


if __name__ == "__main__":
    main()
