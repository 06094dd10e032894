import multiprocessing
import os
import signal
import sys
from concurrent.futures import ProcessPoolExecutor

import numpy as np


def entropy(text):
    import math
    from collections import Counter

    counts = Counter(text.split())
    total = sum(counts.values())
    return -sum(n / total * math.log2(n / total) for n in counts.values())


def main():
    texts = [" ".join(str(n * k % 17) for k in range(3000)) for n in range(60)]
    scores = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(texts) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        scores.extend(pool.map(entropy, texts, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(max(scores), np.__name__)


if __name__ == "__main__":
    main()
