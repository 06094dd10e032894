import multiprocessing
import os
import signal
import threading
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from enum import Enum


def end_with_program():
    """Have this process end at Ctrl-C, and when the program is killed."""

    def wait():
        multiprocessing.parent_process().join()
        os._exit(1)

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    threading.Thread(target=wait, daemon=True).start()


class Kind(Enum):
    EVEN = "even"
    ODD = "odd"

    @property
    def title(self):
        return self.value.title()


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 2


@dataclass
class Track:
    kind: Kind
    start: Point
    points: list = field(default_factory=list)
    length: int = field(init=False, default=0)

    def __post_init__(self):
        self.length = self.start.x


def follow(number):
    kind = Kind.ODD if number % 2 else Kind("even")
    track = Track(kind, Point(number))
    for step in range(30):
        track.points.append(Point(number + step, step))
        track.length += step % 3
    return track


def main():
    tracks = []
    workers = min(2, len(os.sched_getaffinity(0)))
    chunksize = max(1, 25 // (16 * workers))
    pool = ProcessPoolExecutor(
        max_workers=workers,
        mp_context=multiprocessing.get_context("fork"),
        initializer=end_with_program,
    )
    try:
        tracks.extend(pool.map(follow, range(25), chunksize=chunksize))
    finally:
        pool.shutdown(cancel_futures=True)
    odd = [t for t in tracks if t.kind is Kind.ODD]
    print(len(odd), tracks[4].length, tracks[5].kind.title, tracks[6].points[2])


if __name__ == "__main__":
    main()
