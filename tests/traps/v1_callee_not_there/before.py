import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


class Table:
    def __init__(self, count):
        self.rows = []
        if count:
            self.work = slow

    def results(self, numbers):
        found = []
        for number in numbers:
            found.append(self.work(number))
        return found


class Odd:
    if int(sys.argv[1]):
        def work(self, number):
            return slow(number, 2)

    def results(self, numbers):
        found = []
        for number in numbers:
            found.append(self.work(number))
        return found


class Base:
    def results(self, numbers):
        found = []
        for number in numbers:
            found.append(self.work(number))
        return found


class Full(Base):
    def work(self, number):
        return slow(number, 3)


class Forgetful:
    def work(self, number):
        return slow(number, 4)

    def results(self, numbers):
        found = []
        for number in numbers:
            found.append(self.work(number))
        return found


def asked(numbers, worker):
    found = []
    for number in numbers:
        found.append(worker.work(number))
    return found


count = int(sys.argv[1])
print(Table(count).results(range(count)))
print(Odd().results(range(count)))
print((Full() if count else Base()).results(range(count)))
print(asked(range(count), Full() if count else None))
if count == 0:
    del Forgetful.work
print(Forgetful().results(range(count)))
