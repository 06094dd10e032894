import multiprocessing
import os
import signal
import threading
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


def count_words(path):
    words = [path[k % len(path)] * (k % 3 + 1) for k in range(300)]
    return Counter(words)


def count_words_for_name(name, folder):
    if not name.endswith(".txt"):
        return None
    path = f"{folder}/{name}"
    return count_words(path)


def main():
    folders = {f"part{n}": [f"a{n}.txt", f"b{n}.md", f"c{n}.txt"] for n in range(9)}
    totals = Counter()
    files = 0
    others = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for folder, names in folders.items():
            for name, result in zip(
                names, pool.map(count_words_for_name, names, repeat(folder))
            ):
                if name.endswith(".txt"):
                    path = f"{folder}/{name}"
                    totals.update(result)
                    files += 1
                else:
                    others.append(name)
    finally:
        pool.shutdown(cancel_futures=True)
    print(sorted(totals.items()), files, others)


if __name__ == "__main__":
    main()
