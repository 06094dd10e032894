import sys

TABLE = [1, 2, 3]


class Tally:
    def __init__(self):
        self.count = 0


TALLIES = [Tally(), Tally(), Tally()]


class Refused(Exception):
    pass


def examine(number):
    if number % 7 == 3:
        raise ValueError(number, TABLE)
    return sum(k * k % (number + 1) for k in range(30)) + len(TABLE)


def weigh(number):
    tally = TALLIES[number % 3]
    if number % 7 == 3:
        refused = Refused(number)
        refused.tally = tally
        raise refused
    return sum(k * k % (number + 1) for k in range(30)) + tally.count


def first(count, wake):
    for number in range(count):
        try:
            value = examine(number)
        except ValueError as error:
            culprit, table = error.args
            if wake:
                table.append(culprit)
        else:
            print(value)


def second(count, wake):
    for number in range(count):
        try:
            value = weigh(number)
        except Refused as error:
            if wake:
                error.tally.count += 1
        else:
            print(value)


def main():
    wake = sys.argv[1] == "wake"
    first(40, wake)
    second(40, wake)


main()
