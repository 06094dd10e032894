import sys

memo = {}


def double(n):
    if n not in memo:
        for _ in range(2_000):
            result = [n, n + n]
        memo[n] = str(result)
    return memo[n]


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 24
    values = [n % 5 == 0 if n % 2 else n % 3 for n in range(size)]
    out = []
    for n in values:
        out.append(double(n))
    print(out)


main()
