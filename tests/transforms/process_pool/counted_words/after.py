import multiprocessing
import os
import signal
import threading
from collections import Counter
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


counts = Counter({"w3": 5})


def compute_counts(text):
    counts = Counter()
    for letter in text:
        counts[word_of(letter)] += 1
    return counts


items = list(["one", "and another", "three"])
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(items) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for counts_part in pool.map(compute_counts, items, chunksize=chunksize):
        counts.update(counts_part)
finally:
    pool.shutdown(cancel_futures=True)
print(counts)
