import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


import contextlib


def words(path):
    with open(path) as lines:
        for line in lines:
            for word in line.split():
                yield word


def weigh(word):
    return slow(len(word), factor=ord(word[0]))


def numbers(path):
    with open(path) as lines:
        return [int(line) for line in lines]


import os
import tempfile
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "a.txt")
    with open(path, "w") as out:
        for n in range(int(sys.argv[1])):
            print(n, "word", "x" * n, file=out)
    print(sum(weigh(word) for word in words(path)))
    print({word: weigh(word) for word in words(path) if len(word) > 2})
    with open(path) as file:
        print([slow(len(line)) for line in file][:4])
    with open(path, encoding="ascii") as file:
        print(max((slow(len(line.strip())) for line in file), default=None))
