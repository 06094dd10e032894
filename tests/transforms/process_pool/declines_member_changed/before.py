import enum


class Mode(enum.Enum):
    SLOW = 1
    FAST = 2


Mode.SLOW.weight = Mode.FAST.weight = 1


def by_member(mode):
    return sum(k % 7 for k in range(3000)) * mode.weight


def main():
    modes = [Mode.SLOW, Mode.FAST] * 9
    print([by_member(mode) for mode in modes])


main()
