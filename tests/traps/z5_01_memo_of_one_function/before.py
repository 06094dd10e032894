import sys

known = {}


def steps(start):
    if start in known:
        return known[start]
    n = start
    count = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        count += 1
    known[start] = count
    return count


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    total = 0
    longest = 0
    for i in range(size):
        found = steps(i * i % 97 + 1)
        total += found
        longest = max(longest, found)
    print(total, longest)


if __name__ == "__main__":
    main()
