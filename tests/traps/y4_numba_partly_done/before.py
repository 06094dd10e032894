import sys


class Step(int):
    def __add__(self, other):
        return int(self) + 2 * other


def shortest(distance):
    n = len(distance)
    for k in range(n):
        for i in range(n):
            for j in range(n):
                through = distance[i][k] + distance[k][j]
                if through < distance[i][j]:
                    distance[i][j] = through


def insertion_sort(values):
    moves = 0
    for i in range(1, len(values)):
        value = values[i]
        j = i - 1
        while j >= 0 and values[j] > value:
            values[j + 1] = values[j]
            j -= 1
            moves += 1
        values[j + 1] = value
    return moves


def shown(function, given):
    try:
        print(function(given))
    except (IndexError, TypeError) as error:
        print(type(error).__name__, error)
    print(given)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
far = 10**9
shown(shortest, [[0 if i == j else (i * 7 + j * 3) % 11 or far for j in range(n)] for i in range(n)])
row = [3, 1, 2]
for odd in ([row, [9, 0, 9], row], [[1, 2, 3], [1, 1]], [[5]], [], [[0, 2**62], [2**62, 0]], [[0, 10**20], [1, 0]],
            [[0, -1], [-1, 0]], [[0, True], [True, 5]], [[0, 1.5], [1, 0]], [[Step(1), Step(2)], [Step(3), Step(9)]],
            [[0, 2], [1, None]], [[0, 1], (1, 9)]):
    shown(shortest, odd)
nan = float("nan")
shown(insertion_sort, [(k * 37 % 11) / 4 for k in range(n)])
for odd in ([], [1.0], [0.0, -0.0, 0.0], [2.0, nan, 1.0, nan, 0.5], [3.0, 2, True, 1.5], [2**70, 1.0], [2.0, "a", 1.0],
            [3.0, 1.0, None], [float("inf"), -1e308, 1e-320]):
    shown(insertion_sort, odd)
