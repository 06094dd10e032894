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


def numbers(limit):
    for n in range(2, limit):
        if n % 7:
            yield n


def factors(n):
    found = []
    divisor = 2
    while n > 1:
        while n % divisor == 0:
            found.append(divisor)
            n //= divisor
        divisor += 1
    return "*".join(map(str, found))


items, failure = [], None
try:
    items.extend(numbers(2000))
except Exception as error:
    failure = error
workers = min(2, len(os.sched_getaffinity(0)))
chunksize = max(1, len(items) // (16 * workers))
pool = ProcessPoolExecutor(
    max_workers=workers,
    mp_context=multiprocessing.get_context("fork"),
    initializer=end_with_program,
)
try:
    def results():
        yield from pool.map(factors, items, chunksize=chunksize)
        if failure is not None:
            raise failure

    print(", ".join(results())[:200])
finally:
    pool.shutdown(cancel_futures=True)
