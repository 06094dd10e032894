import sys
from collections import Counter


def first_letters(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return "zyxwvutsr"[value % 9]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 54
    counts = Counter()
    for n in range(size):
        counts[first_letters(n)] += 1
    print(counts.most_common(), list(counts))


if __name__ == "__main__":
    main()
