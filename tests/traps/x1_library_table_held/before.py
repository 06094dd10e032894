import copy
import copyreg
import json
import sys

SEEN = []


class Odd:
    def __init__(self, n):
        self.n = n


def own(self, value):
    SEEN.append(value.n)
    return len(SEEN)


def counting(odd, memo):
    SEEN.append(odd.n)
    return Odd(len(SEEN))


table = copy._deepcopy_dispatch
table.update({Odd: counting})


def number(n):
    return copy.deepcopy([Odd(n)])[0].n + sum(k % 7 for k in range(300))


def main(size):
    print([number(n) for n in range(size)], SEEN)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
