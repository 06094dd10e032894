import math


def ways(xs, ys, places):
    far = []
    for i in range(len(xs)):
        away = math.sqrt((xs[i] - 1.5) * (xs[i] - 1.5) + (ys[i] + 2.0) * (ys[i] + 2.0))
        slow = math.sqrt((xs[i] - 1.5) * (ys[i] + 2.0) + 900.0)
        far.append(away + slow + math.sqrt(abs(xs[i])) + min(places[i], 12) + max(3, places[i] - 4))
    return far


xs = [i * 0.75 - 20.0 for i in range(60)]
ys = [7.5 - i * 0.5 for i in range(60)]
places = [(i * 11) % 23 for i in range(60)]
print(ways(xs, ys, places))
print(ways([], [], []))
print(ways([float("nan"), float("inf"), -0.0], [1.0, float("-inf"), 0.0], [2, 14, -3]))
try:
    print(ways([100.0], [-100.0], [3]))
except ValueError as error:
    print(repr(error))
