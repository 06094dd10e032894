import sys
from dataclasses import dataclass

MODE = sys.argv[1]
LOG = []


class Item:
    def __eq__(self, other):
        LOG.append(1)
        return True


class Base:
    def __init__(self, rows, item):
        pass

    def __eq__(self, other):
        return True


@dataclass
class Box(Base):
    rows: list
    item: Item


BOX, OTHER = Box([1], Item()), Box([1], Item())


def through_class(number):
    if MODE == "wake":
        Box.__init__(BOX, [number], BOX.item)
    return sum(BOX.rows) + number


def through_object(number):
    if MODE == "wake":
        BOX.__init__([number], BOX.item)
    return sum(BOX.rows) + number


def compare(number):
    if MODE == "wake":
        Box.__eq__(BOX, OTHER)
    return len(LOG) + number


found = []
for number in range(20):
    found.append(through_class(number))
for number in range(20):
    found.append(through_object(number))
BOX.rows, OTHER.rows = [1], [1]
for number in range(20):
    found.append(compare(number))
print(found, BOX.rows, LOG)
