def fill(seed, size):
    return [(seed * k) % 17 for k in range(size)]


def reduce(row):
    total = 1
    for value in row:
        total = total * 31 % (value + 3)
    return total


def main(size=5):
    ratios = []
    for seed in range(200):
        row = fill(seed, size)
        value = reduce(row)
        ratios.append(value / (row[0] + 1))
    print(sum(ratios))


main()
