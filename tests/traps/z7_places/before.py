import sys


def pick(values, places):
    out = []
    for i in range(len(places)):
        out.append(values[places[i]] * 2)
    return out


def wrap(grid, height, width, by):
    out = []
    for i in range(height):
        row = []
        up = grid[(i - 1) % by]
        for j in range(width):
            row.append(up[j] + grid[i][(j + 2) % width - 1])
        out.append(row)
    return out


def spread(target, places, values):
    for i in range(len(places)):
        target[places[i]] = values[i]
    return target


def count(places, size):
    found = [0] * size
    for place in places:
        found[place] += 1
    return found


def shift(values, places):
    for i in range(len(places)):
        values[i] = values[places[i]] + 1.5
    return values


def fill(values, source, places):
    for i in range(len(places)):
        values[i] = source[places[i]] + 1.5
    return values


def items(rows, places):
    return [[row[place] - row[-place] for place in places] for row in rows]


def attempt(function, *given):
    try:
        return function(*given)
    except (IndexError, ZeroDivisionError, TypeError) as failed:
        return repr(failed), given


n = int(sys.argv[1])
odd = [i * 7 % 5 - 2 for i in range(n)]
reals = [i / 8 for i in range(5)]
print(attempt(pick, reals, odd), attempt(pick, reals, [5]), attempt(pick, reals, [-6]), attempt(pick, [], [0]))
print(attempt(pick, reals, [True, False]), attempt(pick, [2 ** 62], [0]), attempt(pick, reals, [2 ** 63]))
grid = [[i * 10 + j for j in range(6)] for i in range(4)]
for by in (4, 3, 5, 0, -2):
    print(attempt(wrap, grid, n % 5, 6, by))
print(attempt(wrap, grid, 2, 0, 9), attempt(wrap, grid, 0, 0, 0))
print(attempt(spread, [0.0] * 5, [0, 0, 4, 0], [1.0, 2.0, 3.0, 4.0]), count([i % 3 for i in range(n)], 3))
print(attempt(shift, [float(i) for i in range(n)], [min(i + 1, n - 1) for i in range(n)]))
same = [float(i) for i in range(5)]
print(attempt(fill, same, same, [4, 0, 1]), attempt(fill, [0.0] * 2, same, [4, 0, 1]))
print(attempt(items, grid, [0, 1, 5]), attempt(items, grid, [0, 6]), attempt(items, [], [9]), attempt(items, grid, []))
