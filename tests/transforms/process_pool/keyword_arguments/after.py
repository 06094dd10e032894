import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def render(value, *, width, fill="."):
    text = str(value)
    for _ in range(20):
        text = text[1:] + text[:1]
    return text.rjust(width, fill)


def render_for_value(value, width):
    return render(value * value, width=width, fill="_")


def main():
    width = 12
    lines = []
    items = range(1_000, 1_040)
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(items) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        lines.extend(
            pool.map(
                render_for_value, items, repeat(width), chunksize=chunksize
            )
        )
    finally:
        pool.shutdown(cancel_futures=True)
    print("\n".join(lines))


if __name__ == "__main__":
    main()
