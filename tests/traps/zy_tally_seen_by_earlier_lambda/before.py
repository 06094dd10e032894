import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def tally(kept):
    for turn in range(2):
        counts = {}
        for i in range(size):
            for j in range(4):
                divisor = 6 - i - (turn if j == 2 else 0)
                counts[j] = counts.get(j, 0) + burn(i + j) % 60 // divisor
        kept.append(lambda: counts)


kept = []
try:
    tally(kept)
except ZeroDivisionError as error:
    print(error)
print([one() for one in kept])
