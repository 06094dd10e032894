import sys


def effort(n):
    total = n
    for k in range(400):
        total = (total * 31 + k) % 10007
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    level = 5000
    taken = []
    for n in range(size):
        if (n * 2654435761) % 10007 > level:
            level += 700
            continue
        gain = effort(n) - effort(n + 1)
        taken.append((n, gain))
        level = level - 900 if gain > 0 else level + gain % 500
    print(level, taken)


main()
