import sys


def steps(n):
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    return count


def main():
    longest = 0
    for n in range(1, 10**9):
        found = steps(n)
        longest = max(longest, found)
        if found > 120:
            print(n, "takes", found)
            sys.exit(3)


if __name__ == "__main__":
    main()
