import sys
from enum import Enum


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


class Color(Enum):
    RED = 1
    BLUE = 2


for color in Color:
    color.uses = 0


def paint(n):
    color = Color(n % 2 + 1)
    color.uses += 1
    return burn(n) + color.uses


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
painted = []
for n in range(size):
    painted.append(paint(n))
print(painted, Color.RED.uses)
