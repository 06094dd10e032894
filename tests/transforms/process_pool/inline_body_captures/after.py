import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def compute_key(word, alphabet):
    counts = [word.count(letter) for letter in alphabet]
    key = "".join(map(str, counts))
    return key


def main():
    words = ["stone", "notes", "onset", "tones", "seton", "steno", "other"]
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    keys = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(words) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
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
