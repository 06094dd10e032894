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
        initializer=end_with_program,
    )
    try:
        text = "".join(pool.map(glyph, range(120), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(text)


if __name__ == "__main__":
    main()
