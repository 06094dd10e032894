import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def process_text(text):
    counts = {}
    rare = {}
    shortest = {}
    number = len(text)
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
        key = number % 19, text[0]
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
        if number % 7 == 0:
            if key not in rare:
                rare[key] = 0
            rare[key] += number
        shortest.setdefault(key, 0)
        shortest[key] -= 2
    return counts, rare, shortest


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def count(texts):
    counts = {}
    rare = {}
    shortest = {}
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, len(texts) // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for counts_part, rare_part, shortest_part in pool.map(
            process_text, texts, chunksize=chunksize
        ):
            for key_2, count_2 in counts_part.items():
                counts[key_2] = counts.get(key_2, 0) + count_2
            for key_2, count_2 in rare_part.items():
                rare[key_2] = rare.get(key_2, 0) + count_2
            for key_2, count_2 in shortest_part.items():
                shortest[key_2] = shortest.get(key_2, 0) + count_2
    finally:
        pool.shutdown(cancel_futures=True)
    return counts, rare, shortest


print(count(["one", "and another", "three"]))
