import sys


def work(n):
    total = 0
    for k in range(300):
        total += k * n % 7
    return total


FAILS = int(sys.argv[1]) if len(sys.argv) > 1 else 0


def main():
    best = None
    for n in range(60):
        if best is not None and n % 5 > best % 5:
            continue
        found = work(n)
        if best is None or found > best:
            best = found
    print(best)
    best = 1e9
    for n in range(60):
        if n % 7 * 100 >= best:
            continue
        found = work(n)
        if found < best:
            best = found
    print(best)
    n = 0
    while work(n) != 900 + FAILS:
        n += 1
        if n > 50:
            break
    print(n)


main()
