import sys

INF, NAN = float("inf"), float("nan")


def fold(xs):
    low, high, last = 0.0, 0.0, 0.0
    for x in xs:
        low = min(low, x)
        high = max(x, high)
        last = x % 3.0 - last // -2.5
        if last == 0.0:
            last = -last
    return low, high, last


def running(xs, d):
    for i in range(1, len(xs)):
        xs[i] = abs(xs[i - 1]) / d - xs[i] * 0.1 + xs[i]
    return xs


def whole(xs):
    total = 0
    for x in xs:
        total += int(x)
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else 4
for xs in ([], [-0.0], [0.0, -0.0], [NAN, 1.0], [1.0, NAN, -1.0], [INF, -INF, 2.0], [-7.5, 7.5, 1e308, 5e-324] * n):
    try:
        print(fold(xs))
        print(running(list(xs), 2.0), running(list(xs), -0.0))
    except ZeroDivisionError as error:
        print(error, xs)
for xs in ([1.5, -2.5], [1e30, 1.0], [-0.5, 9.9], [NAN], [INF]):
    try:
        print(whole(xs))
    except (ValueError, OverflowError) as error:
        print(error)
