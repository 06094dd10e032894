import multiprocessing
import os
import re
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


text = "the cat the dog a cat the end of the story of a dog"
counts = {}
for word in re.finditer("[a-z]+", text):
    counts[word.group()] = counts.get(word.group(), 0) + 1


def similarity(a, b):
    total = 0
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            total += (left == right) * (i + j)
    return total


scores = []


def compute_best(word):
    best = 0
    for other in ["category", "dogma", "theory", "history"] * 20:
        best += similarity(word, other)
    return best


items = sorted(counts)
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(items) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for word, best in zip(
        items, pool.map(compute_best, items, chunksize=chunksize)
    ):
        scores.append((word, best))
finally:
    pool.shutdown(cancel_futures=True)
print(scores)
