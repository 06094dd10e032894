import sys


def parse(line):
    return sum(int(c) for c in line if c.isdigit())


def main():
    totals = []
    for _ in range(3):
        line = sys.stdin.readline()
        totals.append(parse(line))
    print(totals)


if __name__ == "__main__":
    main()
