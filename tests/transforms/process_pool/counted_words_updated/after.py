import collections
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


def word_of(letter):
    number = ord(letter)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return f"w{number % 19}"


def compute_lines_and_counts(text):
    lines = 0
    counts = collections.Counter()
    for letter in text:
        lines += 1
        counts.update([word_of(letter), letter])
    return lines, counts


def count(texts):
    lines = 0
    counts = collections.Counter()
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(texts) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for lines_part, counts_part in pool.map(
            compute_lines_and_counts, texts, chunksize=chunksize
        ):
            lines += lines_part
            counts.update(counts_part)
    finally:
        pool.shutdown(cancel_futures=True)
    # The lambda is made when nothing can fail any more.
    return lines, sorted(counts, key=lambda word: (-counts[word], word))


print(count(["one", "and another", "three"]))
