import sys

seen = {}


def cost(n, unit):
    if n in seen:
        return seen[n]
    total = 0
    for _ in range(2_000):
        total += n * unit
    seen[n] = total
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    out = []
    for i in range(size):
        out.append(cost(i % 9, i))
    print(out)


main()
