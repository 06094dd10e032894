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


def checksum(text):
    value = 7
    for character in text:
        value = (value * 33 + ord(character)) % 1_000_003
    return value


def checksum_for_name(name):
    return checksum(name * 10)


def main():
    names = [f"user-{n}" for n in range(100)]
    sums = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(names) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for name, result in zip(
            names, pool.map(checksum_for_name, names, chunksize=chunksize)
        ):
            sums[name] = result
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(sums), sums["user-42"], list(sums)[:3])


if __name__ == "__main__":
    main()
