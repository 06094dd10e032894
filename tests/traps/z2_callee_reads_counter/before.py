import sys

i = 0
j = 0


def weigh(n):
    total = 0
    for k in range(3_000):
        total = (total * 31 + n * k) % 1_000_003
    return total


def next_weight():
    return weigh(i) + weigh(j)


def main(size):
    global i, j
    while i < size:
        print(next_weight())
        i += 1
    for j in range(size):
        print(next_weight())


main(int(sys.argv[1]) if len(sys.argv) > 1 else 10)
