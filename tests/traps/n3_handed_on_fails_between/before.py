import sys


def scaled(values, factor):
    return [value * factor for value in values]


def shares(values, whole):
    return [value / whole for value in values]


def roots(values, at):
    result = []
    for i in range(at):
        result.append(values[i] + 1.0)
    return result


n = int(sys.argv[1]) if len(sys.argv) > 1 else 6
whole = float(sys.argv[2]) if len(sys.argv) > 2 else 4.0
at = int(sys.argv[3]) if len(sys.argv) > 3 else 3
first = second = third = None
try:
    first = scaled([1.5 * i for i in range(n)], 2.0)
    second = shares(first, whole)
    third = roots(second, at)
except (ZeroDivisionError, IndexError) as error:
    print(type(error).__name__, error)
print(first, second, third)


def run():
    low = scaled([0.5] * n, whole)
    high = shares(low, whole)
    last = roots(high, at)
    return low, last


for turn in range(2):
    try:
        print(run())
    except Exception as error:
        print(type(error).__name__, error)
    at += 1
