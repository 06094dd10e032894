import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def compute_key(word, alphabet):
    counts = [word.count(letter) for letter in alphabet]
    key = "".join(map(str, counts))
    return key


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def main():
    words = ["stone", "notes", "onset", "tones", "seton", "steno", "other"]
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    keys = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(words) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for word, key in zip(
            words,
            pool.map(
                compute_key, words, repeat(alphabet), chunksize=chunksize
            ),
        ):
            keys[word] = key
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(set(keys.values())), keys["other"])


if __name__ == "__main__":
    main()
