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


LINES = [" one\n", "\n", "# two", "three  ", "four"] * 3


def score(text):
    total = 0
    for ch in text * 200:
        total = (total * 33 + ord(ch)) % 1000003
    return total


def score_for_line(line):
    line = line.strip()
    if not line or line.startswith("#"):
        return None
    return score(line)


def main():
    scores = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        for line, result in zip(LINES, pool.map(score_for_line, LINES)):
            # blanks at both ends do not count
            line = line.strip()
            if not line or line.startswith("#"):
                continue
            scores.append(result)
    finally:
        pool.shutdown(cancel_futures=True)
    print(scores, len(scores))


main()
