"""Größen und Gewichte."""

import multiprocessing
import os
import signal
from concurrent.futures import ProcessPoolExecutor


def gewicht(größe):
    return sum(größe * k % 17 for k in range(60))


def main():
    gewichte = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        for größe, result in zip(
            range(40), pool.map(gewicht, range(40), chunksize=chunksize)
        ):
            gewichte[f"größe {größe} → "] = result
    finally:
        pool.shutdown(cancel_futures=True)
    print(ascii(list(gewichte.items())[:4]), sum(gewichte.values()))


if __name__ == "__main__":
    main()
