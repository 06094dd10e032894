class Whole(int):
    def __add__(self, other):
        return Whole(int(self) + 10 * int(other))

    __radd__ = __add__


class Listed(list):
    def __setitem__(self, at, value):
        print("set", at)
        super().__setitem__(at, value)


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


def shown(function, *given):
    try:
        function(*given)
    except Exception as error:
        print(type(error).__name__, error)
    print(function.__name__, [[type(one).__name__, one] for one in given])


few = [3, 1, 4, 1, 5, 9, 2, 6]
shown(count, few, [0] * 5)
shown(count, few, [0] * 4)
shown(count, few, [True] * 5)
shown(count, few, [Whole(1)] * 5)
shown(count, few, Listed([0] * 5))
shown(count, few, [2**63 - 1] * 5)
shown(count, few, [-(2**80)] * 5)
shown(count, few, [0.5] * 5)
shown(count, few, [0, 0, None, 0, 0])
shown(count, few, (0,) * 5)
shown(count, few, {one: 0 for one in range(5)})
shown(count, [2**100, 5], [0] * 5)
shown(count, [2.0, 5], [0] * 5)
shown(count, [True, False], [0] * 5)
shown(count, [], [])
shown(count, few, few)
shown(weigh, few, [0.1 * one for one in few], [0.0, -0.0] * 6)
shown(weigh, few, [0.1 * one for one in few], [0.0] * 9)
shown(weigh, [-1, -2, -9], [1e308, -1e308, float("inf")], [0.0] * 8)
shown(weigh, [-1, -1, -1, 0], [float("inf"), float("-inf"), 1.0, 0.0], [-0.0] * 8)
shown(weigh, few, few, [0.0] * 12)
shown(weigh, few[:3], [1.0, 1, 2.0], [0.0] * 12)
shown(both, few, [0] * 3, [0] * 3)
same = [1, 2, 3]
shown(both, few, same, same)
shown(both, same, same, [0] * 3)
shown(own, list(few))
shown(own, [])
shown(read, few, [1, 2, 3])
shown(places, [3, 2, 1, 0])
shown(cells, few, [[0] * 3 for _ in range(3)])
shown(cells, few, [[0] * 3] * 3)
shown(cells, few, [[0, 0, 0], [0, 0], [0, 0, 0]])
row = [1, 2, 0]
shown(cells, row, [row, row[:], [0] * 3])
shown(fixed, few, [0])
shown(fixed, few, [0, 1])
shown(fixed, few, [])
shown(moving, few, [0])
