import sys
from fractions import Fraction


def weigh(n):
    total = 1
    for k in range(1, 60):
        total += pow(n + k, k, 997)
    return total


def huge(items):
    best = None
    chosen = []
    for n in items:
        if best is not None and n * 10**400 > best:
            continue
        value = (weigh(n) + weigh(n + 1)) * 10**399
        if best is None or value < best:
            best = value
            chosen.append(n)
    return chosen, best and best // 10**399


def undefined(items):
    worst = float("nan")
    chosen = []
    for n in items:
        if n > worst:
            continue
        value = weigh(n) / 7 + weigh(n + 2)
        if not value <= worst:
            worst = value if n % 3 else float("nan")
            chosen.append((n, repr(worst)))
    return chosen


def exact(items):
    best = Fraction(10**6, 3)
    chosen = []
    for n in items:
        if Fraction(n, 7) > best:
            continue
        value = Fraction(weigh(n), weigh(n + 3))
        if value < best:
            best = value
            chosen.append(n)
    return chosen, best


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    items = list(range(size))
    print(huge(items))
    print(undefined(items))
    print(exact(items))


main()
