import sys


class Refused(Exception):
    pass


def examine(number, mode):
    if number % 7 == 3:
        if mode == "own":
            raise Refused(number, "refused")
        if mode == "chained":
            try:
                int("x" * number)
            except ValueError as error:
                raise LookupError(number) from error
    if number == 68 and mode == "uncaught":
        raise OSError(number)
    return sum(k * k % (number + 1) for k in range(50))


class Ledger:
    def __init__(self, unit):
        self.unit = unit
        self.kept = []

    def worth(self, number):
        return 1000 // (self.unit * (number % 9)) + len(str(self.unit))

    def fill(self, count):
        for number in range(count):
            print(number, end=":")
            try:
                worth = self.worth(number)
            except ZeroDivisionError as error:
                print(error.args, self.kept[-1:])
            else:
                self.kept.append(worth)
            finally:
                print(len(self.kept), end=" ")


def main():
    mode = sys.argv[1]
    table = {}
    value = "none"
    problems = []
    try:
        for number in range(70):
            try:
                value = examine(number, mode)
                table[number] = value
            except (Refused, LookupError) as error:
                problems.append(error)
                print(number, value, error)
                continue
            print(number, value)
    finally:
        print(number, value, len(table), len(problems))
    Ledger(3).fill(70)


main()
