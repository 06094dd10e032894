import sys


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    if n == 33:
        raise ZeroDivisionError("33")
    return value


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    total = 0
    best = -1
    names = {}
    try:
        for n in range(size):
            value = burn(n)
            total += value
            best = max(best, value)
            names[f"n{n}"] = value % 100
    finally:
        print(total, best, len(names))


if __name__ == "__main__":
    main()
