import sys


def halving(x):
    turns = 0
    for _ in range(3):
        while x != 1:
            x = x // 2 if x % 2 == 0 else 3 * x + 1
            turns += 1
        x += 26
    return x, turns


def climb(x, limit):
    for _ in range(2):
        while True:
            x = x * 1.5 + 0.1
            if x > limit:
                break
        x /= limit
    return x


n = int(sys.argv[1]) if len(sys.argv) > 1 else 27
print(halving(n), climb(1.0, 1e10), climb(2.0, 1e305))
