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


def word_value(word):
    value = 0
    for letter in word * 20:
        value = (value * 31 + ord(letter)) % 65_521
    return value


def main():
    words = "alpha beta gamma delta epsilon zeta eta theta".split()
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(words) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        values = dict(
            zip(words, pool.map(word_value, words, chunksize=chunksize))
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print(values)


if __name__ == "__main__":
    main()
