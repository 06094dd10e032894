import enum
import sys

POINTS = [4, 3, 2, 1, 0]
FACTORS = [1]
ALIASES = {"factors": FACTORS}
SCALE = 1
WAKE = sys.argv[1] == "wake"


class Unit:
    factor = 1
    offsets = [0]

    def __init__(self, number):
        self.number = number


class Mode(enum.Enum):
    SLOW = 1
    FAST = 2


Mode.SLOW.weight = Mode.FAST.weight = 1
CONFIG = Unit(0)


def make_box():
    box = [1]

    def get():
        return box[0]

    def put(value):
        box[0] = value

    return get, put


get, put = make_box()


def base(number):
    return sum(POINTS) * number


def by_factors(number):
    return base(number) * sum(FACTORS)


def by_scale(number):
    return base(number) * SCALE


def by_class(unit):
    return base(unit.number) * unit.factor + sum(unit.offsets)


def by_config(number):
    return base(number) * CONFIG.number


def by_closure(number):
    return base(number) * get()


def by_default(number, seen=[1]):
    return base(number) * len(seen)


def by_member(mode):
    return base(mode.value) * mode.weight


def by_views(number, view=ALIASES.values()):
    return base(number) * len(view)


def show(values):
    print(round(sum(values), 6))


def factors():
    table = ALIASES["factors"]
    for turn in range(4):
        show([by_factors(number) for number in range(20)])
        if WAKE:
            table.append(turn)


def scale():
    global SCALE
    for turn in range(4):
        show([by_scale(number) for number in range(20)])
        if WAKE:
            SCALE += turn


def target():
    global SCALE
    for SCALE in range(4):
        show([by_scale(number) for number in range(20)])


def classes():
    units = [Unit(number) for number in range(20)]
    for turn in range(4):
        show([by_class(unit) for unit in units])
        if WAKE:
            Unit.factor += 1
            Unit.offsets.append(turn)


def config():
    for turn in range(4):
        show([by_config(number) for number in range(20)])
        if WAKE:
            CONFIG.number += turn


def closure():
    for turn in range(4):
        show([by_closure(number) for number in range(20)])
        if WAKE:
            put(turn)


def members():
    for turn in range(4):
        show([by_member(mode) for mode in [Mode.SLOW, Mode.FAST] * 9])
        if WAKE:
            Mode.SLOW.weight += turn


def views():
    for turn in range(4):
        show([by_views(number) for number in range(20)])
        if WAKE:
            ALIASES[turn] = [turn]


def source():
    def turns():
        for turn in range(4):
            if WAKE:
                POINTS.pop()
            yield turn

    for turn in turns():
        show([base(number) for number in range(20)])


def main():
    factors()
    scale()
    target()
    classes()
    config()
    closure()
    members()
    views()
    source()


main()
