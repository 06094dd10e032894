import sys

tally = []


def sum(values):
    tally.append(len(values))
    total = 0
    for value in values:
        total = total * 2 + value
    return total % 1_000_003


def len(values):
    return values[0] + 1


def burn(n):
    values = [(n * k) % 13 for k in range(3_000)]
    return sum(values)


size = int(sys.argv[1]) if sys.argv[1:] else 40
input = range(size)
results = []
for n in input:
    results.append(burn(n))
print(results, tally[-3:])
