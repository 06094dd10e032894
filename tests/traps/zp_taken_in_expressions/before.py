import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


import functools


def numbers(count):
    yield from range(count)


def wide(count):
    for row in ([1, 2], [3, 4], [5, 6]):
        yield from row * count


def method(n):
    return slow(n)


class Holder:
    def __init__(self, count):
        self.count = count
        self.items = "mine"

    def numbers(self):
        for n in range(self.count):
            yield n + len(self.items)

    def all(self):
        return [method(n) for n in self.numbers()], tuple(method(n) + 1 for n in self.numbers() if n % 2)

    def reduce(self):
        return functools.reduce(lambda a, b: (a * 3 + b) % 1009, (method(n) for n in self.numbers()), 1)


count = int(sys.argv[1])
holder = Holder(count)
print(holder.all())
print(holder.reduce())
print(sorted((method(n) for n in wide(count)), reverse=True)[:4])
print(list(method(n) for n in numbers(count))[-2:])
text = " ".join(f"{method(n):x}" for n in wide(2))
print(text)
a, *b = (method(n) for n in numbers(count + 1))
print(a, b[:2])
