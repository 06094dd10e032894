import sys
from abc import ABC
from dataclasses import dataclass
from functools import total_ordering

MODE = sys.argv[1]
LOG = []


@dataclass
class Box:
    level: int = 1


class Slot:
    __slots__ = ("level",)


class Failure(Exception):
    pass


class Shape(ABC):
    pass


class Row:
    pass


@total_ordering
class Rank:
    def __eq__(self, other):
        return True

    def __lt__(self, other):
        LOG.append(1)
        return False


BOX = Box(1)
SLOT = Slot()
SLOT.level = 1
FAILURE = Failure(1)
RANK = Rank()


def initialise(number):
    if MODE == "wake":
        Box.__init__(BOX, number)
    return number + BOX.level


def fill(number):
    if MODE == "wake":
        Slot.level.__set__(SLOT, number)
    return number + SLOT.level


def fail(number):
    if MODE == "wake":
        Failure.__init__(FAILURE, number)
    return number + len(FAILURE.args)


def restore(number):
    if MODE == "wake":
        FAILURE.__setstate__({"level": number})
    return number + getattr(FAILURE, "level", 0)


def register(number):
    if MODE == "wake":
        Shape.register(Row)
    return number + isinstance(Row(), Shape)


def compare(number):
    if MODE == "wake":
        Rank.__ge__(RANK, RANK)
    return number + len(LOG)


found = []
for number in range(20):
    found.append(initialise(number))
for number in range(20):
    found.append(fill(number))
for number in range(20):
    found.append(fail(number))
for number in range(20):
    found.append(restore(number))
for number in range(20):
    found.append(compare(number))
for number in range(20):
    found.append(register(number))
print(found, BOX, SLOT.level, FAILURE.args, LOG)
