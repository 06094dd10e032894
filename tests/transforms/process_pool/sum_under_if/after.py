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


def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


penalty = 0


def compute_penalty(n):
    penalty = 0
    if burn(n) % 2:
        penalty -= burn(n + 1) % 10
    return penalty


workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, 12 // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    for penalty_part in pool.map(
        compute_penalty, range(12), chunksize=chunksize
    ):
        penalty += penalty_part
finally:
    pool.shutdown(cancel_futures=True)
print(penalty)
