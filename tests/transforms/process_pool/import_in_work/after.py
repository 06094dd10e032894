import multiprocessing
import os
import signal
import sys
import threading
from concurrent.futures import ProcessPoolExecutor

import numpy as np


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


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
        initializer=end_with_program,
    )
    try:
        scores.extend(pool.map(entropy, texts, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(max(scores), np.__name__)


if __name__ == "__main__":
    main()
