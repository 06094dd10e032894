import multiprocessing
import os
import signal
import threading
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor
from typing import NamedTuple


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


Reading = namedtuple("Reading", "station value quality", defaults=("good",))


class Summary(NamedTuple):
    station: int
    mean: float
    note: str = ""

    def label(self):
        return f"{self.station}:{self.note}"


class Span(namedtuple("Bounds", ["low", "high"])):
    __slots__ = ()

    @property
    def width(self):
        return self.high - self.low


def summarise(station):
    readings = [Reading(station, (station * k) % 17) for k in range(40)]
    low, high = min(r.value for r in readings), max(r.value for r in readings)
    span = Span(low, high)
    first = readings[0]._replace(quality="bad")
    summary = Summary(first.station, sum(r[1] for r in readings) / 40)
    return summary._replace(note=first.quality), span.width, summary.label()


def main():
    summaries = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 30 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        summaries.extend(pool.map(summarise, range(30), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    print(summaries[3], max(s.mean for s, _, _ in summaries))


if __name__ == "__main__":
    main()
