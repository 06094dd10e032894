import dataclasses
import sys


@dataclasses.dataclass(frozen=True)
class Point:
    __slots__ = ("x", "y")
    x: int
    y: int


def work(n):
    total = sum(k * n % 7 for k in range(2000))
    return Point(n, total) if n == 30 else total


def main(count):
    out = []
    for n in range(count):
        out.append(work(n))
    print(out)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
