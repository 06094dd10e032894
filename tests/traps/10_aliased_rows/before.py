import sys

ROWS = [[0, 0, 0] for _ in range(4)]


def choose(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return ROWS[value % 4]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    chosen = []
    for n in range(size):
        chosen.append(choose(n))
    for row in chosen:
        row[0] += 1
    print(ROWS, chosen[:2])


if __name__ == "__main__":
    main()
