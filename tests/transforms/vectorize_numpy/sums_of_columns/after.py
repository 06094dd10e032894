import math
import numpy as np


def means_by_numpy(columns, count, rows, means, deviations):
    """By arrays: a loop of standardise(). False: not done, they would differ."""
    if (
        columns < 0
        or count < 0
        or len(rows) < count
        or abs(count) > 2**52
        or len({*map(len, rows)}) != 1
    ):
        return False
    rows = np.array(rows, dtype=float)
    if len(rows[0]) < columns:
        return False
    with np.errstate(over="ignore", invalid="ignore"):
        total = np.zeros(columns)
        terms = rows[:count, :columns]
        if len(total) < 256:
            for start in range(0, len(terms), 1024):
                piece = np.vstack((total, terms[start:start + 1024]))
                total = np.add.accumulate(piece)[-1]
        else:
            for term in terms:
                total = total + term
        if count == 0:
            return False
        mean = total / count
        squares = np.zeros(columns)
        factor = rows[:count, :columns] - mean
        terms_2 = factor * factor
        if len(squares) < 256:
            for start_2 in range(0, len(terms_2), 1024):
                piece_2 = np.vstack((squares, terms_2[start_2:start_2 + 1024]))
                squares = np.subtract.accumulate(piece_2)[-1]
        else:
            for term_2 in terms_2:
                squares = squares - term_2
        means_values = mean
        square = -squares / count
        if np.any(square < 0):
            return False
        deviations_values = np.sqrt(square)
    means.extend(means_values.tolist())
    deviations.extend(deviations_values.tolist())
    return True


def standardise(rows, columns):
    count = len(rows)
    means, deviations = [], []
    if not means_by_numpy(columns, count, rows, means, deviations):
        for j in range(columns):
            total = 0.0
            for i in range(count):
                total += rows[i][j]
            mean = total / count
            squares = 0.0
            for i in range(count):
                squares -= (rows[i][j] - mean) * (rows[i][j] - mean)
            means.append(mean)
            deviations.append(math.sqrt(-squares / count))
    return means, deviations


def below(rows, first, last):
    sums = []
    for i in range(len(rows)):
        total = -0.0
        for j in range(first, last):
            total += rows[i][j - 1]
        sums.append(total)
    return sums


table = [[(i * 37 + j * 101) % 1009 / 7.0 - 60.0 for j in range(4)] for i in range(50)]
print(standardise(table, 4), standardise(table, 0))
print(below(table, 1, 4)[7], below(table, 3, 2)[:2], below(table, 1, 1)[:2], below([], 2, 3))
print(below([[-0.0, -0.0], [0.0, -0.0], [1e308, 1e308]], 1, 3), below(table, 2, -1)[0])
for rows, columns in ([], 3), (table[:1], 5), ([[float("nan")]], 1):
    try:
        print(standardise(rows, columns))
    except (IndexError, ValueError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
try:
    print(below(table, 1, 9))
except IndexError as error:
    print(error)
