import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


class Table:
    def __init__(self):
        self.fast = slow

    def work(self, number):
        return slow(number, 4)

    def results(self, numbers):
        found = []
        for number in numbers:
            found.append(self.fast(number))
        return found


class Empty:
    results = Table.results


count = int(sys.argv[1])
table = Table()
if count == 0:
    table.__dict__.clear()
print(table.results(range(count)))
