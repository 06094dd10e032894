"""Generators that are written where max() takes their pairs."""

import sys

limit = 3
grid = [1, 2, 3]


def slow(number):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number + step) % 1_000_003
    return total


def narrows(pair):
    global limit
    if pair[0] == 4:
        limit = 5
    return slow(pair[0] * pair[1])


def widens(pair):
    if pair[0] == 5 and len(grid) < 6:
        grid.append(pair[0])
    return slow(pair[0] * pair[1])


class Noisy(list):
    def __iter__(self):
        print("iterated")
        return super().__iter__()


def main(n):
    print(max(((a, b) for a in range(n) for b in range(limit)), key=narrows))
    print(max(((a, b) for a in range(n) for b in grid), key=widens), limit)
    later = reversed(range(n))
    print(max(((a, b) for a in (0, 1) for b in later), key=lambda p: slow(p[1])))
    noisy = Noisy([n, 2])
    print(min(((a, b) for a in noisy for b in noisy), key=lambda p: slow(p[1])))
    print(min(((a, 1 // (a - 4)) for a in range(n)), key=lambda p: slow(p[1])))


main(int(sys.argv[1]) if len(sys.argv) > 1 else 4)
