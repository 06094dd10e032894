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


class Meter:
    def __init__(self):
        self.total = 0

    def measure(self, n):
        value = sum(k * n % 17 for k in range(40))
        return value

    def finish_measure(self, value):
        self.total += value
        return value, self.total


def start_worker(meter):
    """Keep in this process what all its items read."""
    global _meter
    _meter = meter
    end_with_program()


def measure_for_n(n):
    return _meter.measure(n)


def main():
    meter = Meter()
    readings = []
    pool = ProcessPoolExecutor(
        max_workers=min(2, len(os.sched_getaffinity(0))),
        mp_context=multiprocessing.get_context("fork"),
        initializer=start_worker,
        initargs=(meter,),
    )
    try:
        results = pool.map(measure_for_n, range(30))
        for n in range(30):
            readings.append(meter.finish_measure(next(results)))
    finally:
        pool.shutdown(cancel_futures=True)
    print(readings[-2:], meter.total)


if __name__ == "__main__":
    main()
