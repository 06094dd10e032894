import multiprocessing
import os
import re
import signal
from concurrent.futures import ProcessPoolExecutor

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
    initializer=signal.signal,
    initargs=(signal.SIGINT, signal.SIG_DFL),
)
try:
    for word, best in zip(
        items, pool.map(compute_best, items, chunksize=chunksize)
    ):
        scores.append((word, best))
finally:
    pool.shutdown(cancel_futures=True)
print(scores)
