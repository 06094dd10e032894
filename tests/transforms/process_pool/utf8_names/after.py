"""Größen und Gewichte."""

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


def gewicht(größe):
    return sum(größe * k % 17 for k in range(60))


def main():
    gewichte = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 40 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
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
