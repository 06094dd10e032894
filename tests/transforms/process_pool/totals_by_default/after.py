import multiprocessing
import os
import signal
import threading
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def word_of(letter):
    number = ord(letter)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return f"w{number % 19}"


def compute_lengths(text):
    lengths = defaultdict(int)
    for letter in text:
        word = word_of(letter)
        if word != "w7":
            lengths[word, len(text)] += len(word)
        else:
            lengths["seven"] -= 1
    return lengths


def totals(texts):
    lengths = defaultdict(int)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(texts) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for lengths_part in pool.map(
            compute_lengths, texts, chunksize=chunksize
        ):
            for key, count in lengths_part.items():
                lengths[key] += count
    finally:
        pool.shutdown(cancel_futures=True)
    return dict(lengths)


print(totals(["one", "and another", "three"]))
