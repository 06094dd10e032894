def count(marks, counts):
    for mark in marks:
        counts[mark % 5] += 1


def weigh(marks, weights, sums):
    for mark, weight in zip(marks, weights):
        sums[mark] -= weight


def both(marks, firsts, seconds):
    for i, mark in enumerate(marks):
        firsts[mark % 3] += mark
        seconds[i % 3] -= 2 * mark


def own(marks):
    for i in range(len(marks)):
        marks[i % 3] += i


def read(marks, counts):
    for mark in marks:
        counts[mark % 3] += counts[0]


def places(counts):
    for place in counts:
        counts[place % 4] += 1


def cells(marks, table):
    for i in range(len(marks)):
        for j in range(3):
            table[marks[i] % 3][j] += i - j


def fixed(marks, totals):
    for mark in marks:
        totals[0] += mark
        if mark > 3:
            totals[-1] -= mark


def moving(marks, counts):
    for mark in marks:
        counts[mark % len(counts)] += 1
        counts.append(0)


few = [3, 1, 4, 1, 5, 9, 2, 6]
given = few, [0] * 5
try:
    count(*given)
except Exception as error:
    print(type(error).__name__, error)
print("count", given)
given = few, [0] * 4
try:
    count(*given)
except Exception as error:
    print(type(error).__name__, error)
print("count", given)
given = few, [2**63 - 1] * 5
try:
    count(*given)
except Exception as error:
    print(type(error).__name__, error)
print("count", given)
given = few, [-(2**80)] * 5
try:
    count(*given)
except Exception as error:
    print(type(error).__name__, error)
print("count", given)
given = [2**100, 5], [0] * 5
try:
    count(*given)
except Exception as error:
    print(type(error).__name__, error)
print("count", given)
given = [], []
try:
    count(*given)
except Exception as error:
    print(type(error).__name__, error)
print("count", given)
given = few, few
try:
    count(*given)
except Exception as error:
    print(type(error).__name__, error)
print("count", given)
given = few, [0.1 * one for one in few], [0.0, -0.0] * 6
try:
    weigh(*given)
except Exception as error:
    print(type(error).__name__, error)
print("weigh", given)
given = few, [0.1 * one for one in few], [0.0] * 9
try:
    weigh(*given)
except Exception as error:
    print(type(error).__name__, error)
print("weigh", given)
given = [-1, -2, -9], [1e308, -1e308, float("inf")], [0.0] * 8
try:
    weigh(*given)
except Exception as error:
    print(type(error).__name__, error)
print("weigh", given)
given = [-1, -1, -1, 0], [float("inf"), float("-inf"), 1.0, 0.0], [-0.0] * 8
try:
    weigh(*given)
except Exception as error:
    print(type(error).__name__, error)
print("weigh", given)
given = few, [0] * 3, [0] * 3
try:
    both(*given)
except Exception as error:
    print(type(error).__name__, error)
print("both", given)
same = [1, 2, 3]
given = few, same, same
try:
    both(*given)
except Exception as error:
    print(type(error).__name__, error)
print("both", given)
given = same, same, [0] * 3
try:
    both(*given)
except Exception as error:
    print(type(error).__name__, error)
print("both", given)
given = list(few)
try:
    own(*given)
except Exception as error:
    print(type(error).__name__, error)
print("own", given)
given = []
try:
    own(*given)
except Exception as error:
    print(type(error).__name__, error)
print("own", given)
given = few, [1, 2, 3]
try:
    read(*given)
except Exception as error:
    print(type(error).__name__, error)
print("read", given)
given = [3, 2, 1, 0]
try:
    places(*given)
except Exception as error:
    print(type(error).__name__, error)
print("places", given)
given = few, [[0] * 3 for _ in range(3)]
try:
    cells(*given)
except Exception as error:
    print(type(error).__name__, error)
print("cells", given)
given = few, [[0] * 3] * 3
try:
    cells(*given)
except Exception as error:
    print(type(error).__name__, error)
print("cells", given)
given = few, [[0, 0, 0], [0, 0], [0, 0, 0]]
try:
    cells(*given)
except Exception as error:
    print(type(error).__name__, error)
print("cells", given)
row = [1, 2, 0]
given = row, [row, row[:], [0] * 3]
try:
    cells(*given)
except Exception as error:
    print(type(error).__name__, error)
print("cells", given)
given = few, [0]
try:
    fixed(*given)
except Exception as error:
    print(type(error).__name__, error)
print("fixed", given)
given = few, [0, 1]
try:
    fixed(*given)
except Exception as error:
    print(type(error).__name__, error)
print("fixed", given)
given = few, []
try:
    fixed(*given)
except Exception as error:
    print(type(error).__name__, error)
print("fixed", given)
given = few, [0]
try:
    moving(*given)
except Exception as error:
    print(type(error).__name__, error)
print("moving", given)
