import copy
import sys

COPIED = []


class Odd:
    def __init__(self, n):
        self.n = n


def counting(odd, memo):
    COPIED.append(odd.n)
    return Odd(len(COPIED))


copy._deepcopy_dispatch[Odd] = counting


def number(n):
    return copy.deepcopy([Odd(n)])[0].n + sum(k % 7 for k in range(300))


def main(size):
    print([number(n) for n in range(size)], COPIED)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
