from decimal import Decimal
from fractions import Fraction


class Zero(int):
    def __add__(self, other):
        return "none"


def start(word):
    return {"float": 0.0, "int": 0, "bool": False, "decimal": Decimal(0), "fraction": Fraction(0),
            "own": Zero(0), "negative": -0.0}[word]


def lost(rows, word):
    total = start(word)
    for row in rows:
        total += row * 2.0
    return total


for word in ("float", "int", "bool", "decimal", "fraction", "own", "negative"):
    for rows in ([0.5 * i for i in range(30)], [], [-0.0]):
        try:
            print(word, repr(lost(rows, word)))
        except TypeError as error:
            print(word, error)
