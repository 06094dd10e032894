import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


class Lines:
    def __init__(self, count):
        self.count = count
        self.parts = []

    def __len__(self):
        return len(self.parts[0])

    def __iter__(self):
        for number in range(self.count):
            yield number


class Hinted:
    def __init__(self, count):
        self.count = count
        self.at = iter(range(count))

    def __length_hint__(self):
        return 10 // (self.count - self.count)

    def __iter__(self):
        return self.at


class Negative:
    def __init__(self, count):
        self.count = count

    def __len__(self):
        return -self.count

    def __iter__(self):
        for number in range(self.count):
            yield number


def first(count):
    for n in Lines(count):
        print(slow(n))


def second(count):
    return [slow(n) for n in Lines(count)]


def third(count):
    return [slow(n) for n in Negative(count)], 0


def fourth(count):
    for n in Negative(count):
        print(slow(n))


def fifth(count):
    return max(slow(n) for n in Hinted(count))


count = int(sys.argv[1])
first(count)
print(second(count))
print(third(count))
fourth(count)
print(fifth(count + 1))
