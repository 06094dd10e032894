import sys
from collections import deque


class Loud(list):
    appended = 0

    def append(self, value):
        Loud.appended += value % 3
        super().append(value)


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
recent = deque(maxlen=4)
for n in range(size):
    recent.append(burn(n))
loud = Loud()
for n in range(size):
    loud.append(burn(n))
print(list(recent), loud[:2], Loud.appended)
