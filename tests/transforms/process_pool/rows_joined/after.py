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


WORDS = ["level", "noon", "stats", "desk", "radar", "lamp"]


def reads_backwards(text):
    return all(text[k] == text[-1 - k] for k in range(len(text)))


def start_worker(words):
    """Keep in this process what all its items read."""
    global _words
    _words = words
    end_with_program()


def reads_backwards_for_first(first):
    return [f"{first}+{second}" for second in _words if reads_backwards(first + second)]


def pairs(words):
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(words) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(words,),
    )
    try:
        return ", ".join(
            value
            for values in pool.map(
                reads_backwards_for_first, words, chunksize=chunksize
            )
            for value in values
        )
    finally:
        pool.shutdown(cancel_futures=True)


print(pairs(WORDS))
