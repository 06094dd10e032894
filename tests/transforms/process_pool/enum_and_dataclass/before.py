from dataclasses import dataclass, field
from enum import Enum


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
    for number in range(25):
        tracks.append(follow(number))
    odd = [t for t in tracks if t.kind is Kind.ODD]
    print(len(odd), tracks[4].length, tracks[5].kind.title, tracks[6].points[2])


if __name__ == "__main__":
    main()
