import sys

memo = {}
hits = 0
use_memo = "--memo" in sys.argv


def burn(n):
    global hits
    key = n % 7
    if use_memo and key in memo:
        hits += 1
        return memo[key] + hits
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    if use_memo:
        memo[key] = n
    return n


def main():
    size = int(sys.argv[1])
    results = [burn(n) for n in range(size)]
    print(results[-3:], len(memo), hits)


if __name__ == "__main__":
    main()
