import sys
from functools import reduce

state = {"step": 1}

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    return burn(n) % 100 * state["step"]


def fold(total, value):
    state["step"] = total % 5 + 1
    return total + value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
print(reduce(fold, map(work, range(size)), 1), state)
