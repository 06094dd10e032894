"""Results that tell the module of a class."""
import sys


class Point:
    def __init__(self, x):
        self.x = x


def describe(n):
    total = sum(k % 7 for k in range(n * 20))
    return f"{Point(total).__class__} {__name__} {total}"


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
lines = [describe(n) for n in range(size)]
print(lines[-1])
print(len(set(line.split()[1] for line in lines)))
