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


def digits(text):
    return [int(c) for c in text]


def check(text):
    total = 0
    for _ in range(40):
        total = sum(d * (i + 2) for i, d in enumerate(digits(text))) % 11
    return total


def compute_bad_and_good(text):
    bad = 0
    good = []
    if not text:  # continue with the next
        bad += 1
        return bad, good
    try:
        found = check(text)
    except ValueError:
        bad += 1
        return bad, good
    for d in digits(text):
        if d == found:
            continue
        good.append((text, d))
    return bad, good


def main():
    texts = ["978", "12x", "", "4711", "7", "0815", "99999"] * 20
    good, bad = [], 0
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(texts) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for bad_part, good_part in pool.map(
            compute_bad_and_good, texts, chunksize=chunksize
        ):
            bad += bad_part
            good.extend(good_part)
    finally:
        pool.shutdown(cancel_futures=True)
    print(len(good), good[:3], bad)


if __name__ == "__main__":
    main()
