import os
import sys


def crunch(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def store(name):
    target = f"{name}.txt"
    known = os.path.exists(target)
    value = 0 if known else crunch(len(name))
    with open(target, "a") as out:
        out.write(f"{name} {value}\n")
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
names = ["a", "b", "c", "dd", "ee", "ff", "a", "b", "gg"][:size]
print([store(name) for name in names])
for name in names:
    print(store(name))
print(open("a.txt").read())
