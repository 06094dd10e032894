import sys


def between(xs, bound):
    count = 0
    last = 0.0
    for x in xs:
        if x < bound:
            count += 1
        if x == bound:
            count += 100
        last = last * 0.5 + x / 3 + x * 0.1 + count / 7
    return count, last


n = int(sys.argv[1]) if len(sys.argv) > 1 else 3
print(between(list(range(n)), 2.0), between([2**53, 2**53 + 1], 2.0**53))
print(between([2**62, 2**62 + 1, -(2**53) - 1], 2.0**62), between([1], float("nan")))
