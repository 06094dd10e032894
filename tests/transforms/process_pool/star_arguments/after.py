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


def volume(x, y, z):
    return sum((x * i + y * j) % (z + 1) for i in range(8) for j in range(8))


def volume_for_box(box):
    return volume(*box)


def main():
    boxes = [(n, n + 2, n % 5 + 1) for n in range(60)]
    volumes = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(boxes) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        volumes.extend(pool.map(volume_for_box, boxes, chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(volumes)


if __name__ == "__main__":
    main()
