import sys

seen = []


class Cell:
    def __init__(self, value):
        self.value = value

    def __getitem__(self, at):
        seen.append(at)
        return self.value

    def __repr__(self):
        return f"<{len(seen)}>"


def scaled(values, factor):
    return [value * factor for value in values]


def count_above(values, limit):
    count = 0
    for value in values:
        if value > limit:
            count += 1
    return count


def total(values):
    total = 0.0
    for value in values:
        total += value
    return total


def run(values, cell, at):
    low = scaled(values, 0.5)
    high = scaled(low, 3.0)
    print(cell[0], high[at], count_above(high, 2.0), seen, total(low), cell)


def given(values, at):
    low = scaled(values, 0.5)
    high = scaled(low, 3.0)
    return low[at], total(high), high.pop(), count_above(high, 1.0), high


def emptied(values):
    low = scaled(values, 0.5)
    high = scaled(low, 3.0)
    print(low.clear(), total(high), total(low), file=sys.stdout if values else sys.stderr)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
xs = [1.5 * i for i in range(n)]
for at in 0, -1, 9:
    try:
        run(xs, Cell(at), at)
        print(given(xs, at))
    except IndexError as error:
        print(error, seen)
emptied(xs)
