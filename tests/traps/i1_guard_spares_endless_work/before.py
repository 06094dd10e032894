import sys


def steps(n, factor):
    """Never ends where `factor` divides no power of two."""
    count = 0
    while n % factor != 0 or count < 200:
        n *= 2
        count += 1
    return count


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    longest = 0
    told = []
    for n in range(size):
        factor = 2 ** (n % 5) if n < 3 else 3 + 2 * n
        if factor > 8 + longest * 0 and longest >= 200:
            told.append(factor)
            continue
        count = steps(n + 1, factor) + steps(n + 2, factor)
        if count > longest:
            longest = count
            told.append(("longest", longest))
    print(longest, told)


main()
