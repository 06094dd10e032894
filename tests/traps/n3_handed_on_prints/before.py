import sys
n = int(sys.argv[1]) if len(sys.argv) > 1 else 6


def scaled(values, factor):
    return [value * factor for value in values]


def moved(values, by):
    return [value + by for value in values]


def total(values):
    total = 0.0
    for value in values:
        total += value
    return total


class Loud:
    def __str__(self):
        print("loud")
        values.append(9.0)
        return "L"


def run(values, loud):
    low = scaled(values, 2.0)
    high = moved(low, 1.0)
    print("first", loud, low[0], total(high))
    print(high[0], loud, sep="|")
    print(total(low), len(values), low[-1], high[1:3])
    return low[0], high[:2], total(high)


def deeper(grid):
    wide = [[x * 2 for x in row] for row in grid]
    high = [[x + 1 for x in row] for row in wide]
    print(wide[0], sum(map(sum, high)), high[-1][0], len(high))
    print(high[:1], wide[-1][-2:], wide[1][1])
    return high[0][0], high[0][:2], high[0]


values = [0.5 * i for i in range(n)]
for k in range(2):
    try:
        print(run(values, Loud()))
    except IndexError as error:
        print(error)
for grid in ([[i * j for j in range(n)] for i in range(n)], [[1, 2]], [[], []], [], [[2**61, 1], [3, 2**61]], [[2**40, 5], [1, 2]]):
    try:
        print(deeper(grid))
    except Exception as error:
        print(type(error).__name__, error)
