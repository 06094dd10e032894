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


class Call:
    def __get__(self, obj, cls):
        return lambda value: own(obj, value)


json.JSONEncoder.default = Call()


def text(n):
    return json.dumps({"n": n, "k": sum(k % 7 for k in range(300)), "o": Odd(n)})


def main(size):
    print([text(n) for n in range(size)], SEEN)


main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
