import sys
from fractions import Fraction


class Loud(float):
    def __mul__(self, other):
        print("times", float(self))
        return Loud(float(self) * other)


class Row(list):
    def __iter__(self):
        print("through", len(self))
        return super().__iter__()

    def __getitem__(self, at):
        print("at", at)
        return super().__getitem__(at)


def doubled(values):
    return [value * 2 for value in values]


def steps(values, count):
    result = []
    for i in range(1, count):
        result.append(values[i] - values[i - 1])
    return result


def total(values, start):
    for value in values:
        start += value * 3
    return start


kind = sys.argv[1] if len(sys.argv) > 1 else "int"
values = {
    "int": [3, 1, 4, 1, 5],
    "float": [0.5, -0.0, 3.25, 1e308, 2.0],
    "mixed": [3, 1.5, 4, 1, 5],
    "flag": [True, False, True, True, False],
    "wide": [2**62, 2**63, -(2**64), 1, 0],
    "near": [2**61, -(2**61), 2**52, 2**53 + 1, 3],
    "loud": [Loud(1.5), Loud(2.5), Loud(3.5), 1.0, 2.0],
    "row": Row([1, 2, 3, 4, 5]),
    "tuple": (1, 2, 3, 4, 5),
    "none": [],
    "fraction": [Fraction(1, 3), Fraction(2, 3), Fraction(1), 2, 3],
}[kind]


def run(values, count, start):
    twice = doubled(values)
    more = doubled(twice)
    apart = steps(more, count)
    total_of = total(apart, start)
    return twice, total_of


for count in 5, 3, 0, True, 6:
    for start in 0, 1.5, 2**70, False:
        try:
            print(run(values, count, start))
        except Exception as error:
            print(type(error).__name__, error)
