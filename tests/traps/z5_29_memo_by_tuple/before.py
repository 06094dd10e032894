memo = {}


def steps(n, limit):
    key = n, limit
    if key not in memo:
        count = 0
        while n != 1 and count < limit:
            n = n // 2 if n % 2 == 0 else 3 * n + 1
            count += 1
        memo[key] = count
    return memo[key]


def main():
    total = 0
    for n in range(1, 400):
        total += steps(n % 57 + 1, 100)
    print(total)


if __name__ == "__main__":
    main()
