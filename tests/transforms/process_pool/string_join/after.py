import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def glyph(n):
    value = n
    for _ in range(30):
        value = (value * 7 + 1) % 94
    return chr(33 + value)


def main():
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 120 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        text = "".join(pool.map(glyph, range(120), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(text)


if __name__ == "__main__":
    main()
