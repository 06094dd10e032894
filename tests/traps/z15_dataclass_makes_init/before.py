import sys
from dataclasses import dataclass

SHARED = [1]
MODE = sys.argv[1]


@dataclass
class Base:
    rows: list


class ThroughSuper(Base):
    def __init__(self, rows):
        super().__init__(rows)
        self.size = 1


class ThroughBase(Base):
    def __init__(self, rows):
        Base.__init__(self, rows)
        self.size = 1


def by_super(number):
    if MODE == "wake":
        ThroughSuper(SHARED).rows.append(number)
    return sum(SHARED) + number


def by_base(number):
    if MODE == "wake":
        ThroughBase(SHARED).rows.append(number)
    return sum(SHARED) + number


KEPT = ThroughSuper([1])


def kept(number):
    return sum(KEPT.rows) + number


for work in "super", "base":
    found = []
    if work == "super":
        for number in range(20):
            found.append(by_super(number))
    else:
        for number in range(20):
            found.append(by_base(number))
    print(found)
found = []
for number in range(20):
    found.append(kept(number))
    if MODE == "wake":
        KEPT.rows.append(number)
print(found, SHARED)
