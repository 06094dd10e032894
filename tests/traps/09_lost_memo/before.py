import sys

memo = {}


def ways(n, largest):
    if n == 0:
        return 1
    if n < 0 or largest == 0:
        return 0
    key = n, largest
    if key not in memo:
        memo[key] = ways(n - largest, largest) + ways(n, largest - 1)
    return memo[key]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 70
    counts = []
    for n in range(size):
        counts.append(ways(n, n))
    print(counts[-2:], len(memo))


if __name__ == "__main__":
    main()
