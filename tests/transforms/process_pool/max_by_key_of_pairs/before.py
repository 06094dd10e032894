import sys


def score(key, length):
    total = 0
    for i in range(length):
        total += (i ^ key[i % 3]) & 15
    return total


def best_key(length, last):
    ends = (97, 100, 103)
    return max(
        (
            (x, y, z)  # three bytes
            for x in range(97, last)
            for y in range(x + 1, last)
            if (x + y) % 3
            for z in ends
        ),
        key=lambda key: score(key, length),
    )


def main():
    length = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    print(best_key(length, 107))
    print(sum(map(abs, ((a - b) * 3 for a, b in zip([1, 2], [5, 4])))))
    print(best_key(length, 107 if length else 96))


if __name__ == "__main__":
    main()
