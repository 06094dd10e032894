import sys


def divided(n, by):
    if by == 3:
        raise SystemExit("left in the middle")
    total = 0
    for k in range(300):
        total += (k * n) // (by - 4) % 7
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    known = 0
    values = []
    for n in range(size):
        if n % 6 in (3, 4, 5) and known > 0:
            continue
        value = divided(n, n % 6) + divided(n, n % 6 + 6)
        values.append(value)
        known += 1
        if known == 30:
            known = 0
    print(known, values[-3:])


try:
    main()
except ZeroDivisionError as error:
    print("stopped:", error)
