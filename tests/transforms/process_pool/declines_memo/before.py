memo = {}


def ways(n, k):
    if n == 0:
        return 1
    if n < 0 or k == 0:
        return 0
    if (n, k) not in memo:
        memo[n, k] = ways(n - k, k) + ways(n, k - 1)
    return memo[n, k]


def main():
    counts = [ways(n, n) for n in range(40)]
    print(counts[-3:], len(memo))


if __name__ == "__main__":
    main()
