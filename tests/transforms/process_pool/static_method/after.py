import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor


def start_worker(cls):
    """Keep in this process what all its items read."""
    global _cls
    _cls = cls
    end_with_program()


def encode_for_n(n):
    return _cls.encode(n)


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


class Codec:
    @staticmethod
    def encode(n):
        digits = ""
        while n:
            n, rest = divmod(n, 36)
            digits = "0123456789abcdefghijklmnopqrstuvwxyz"[rest] + digits
        return digits or "0"

    @classmethod
    def encode_all(cls, numbers):
        workers = min(2, len(os.sched_getaffinity(0)))
        chunksize = max(1, len(numbers) // (16 * workers))
        pool = ProcessPoolExecutor(
            max_workers=workers,
            mp_context=multiprocessing.get_context("fork"),
            initializer=start_worker,
            initargs=(cls,),
        )
        try:
            return list(pool.map(encode_for_n, numbers, chunksize=chunksize))
        finally:
            pool.shutdown(cancel_futures=True)


numbers = [7 ** n for n in range(60)]
codes = []
for number in numbers:
    codes.append(Codec.encode(number))
print(codes[-2:], codes == Codec.encode_all(numbers))
