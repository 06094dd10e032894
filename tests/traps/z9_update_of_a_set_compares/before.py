import sys


class Key:
    compared = 0

    def __init__(self, number):
        self.number = number

    def __hash__(self):
        return self.number % 3

    def __eq__(self, other):
        Key.compared += 1
        return self.number == other.number


def steps(limit):
    total = 0
    for i in range(limit):
        total += i * i % 7
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    keys = [{Key(i), Key(i + 1), Key(i + 3)} for i in range(40)]
    for i in range(30):
        seen = {Key(i)}
        seen |= keys[i]
        print(i, steps(size), len(seen), Key.compared)


main()
