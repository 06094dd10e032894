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


def signature(word):
    counts = {}
    for letter in word * 10:
        counts[letter] = counts.get(letter, 0) + 1
    return tuple(sorted(counts.items()))


def main():
    words = "listen silent enlist google elgoog inlets banana".split()
    groups = {}
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for word, result in zip(words, pool.map(signature, words)):
            groups.setdefault(result, []).append(word)
    finally:
        pool.shutdown(cancel_futures=True)
    print([group for group in groups.values() if len(group) > 1])


if __name__ == "__main__":
    main()
