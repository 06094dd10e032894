import sys

seen = []


def work(n):
    if n == 30:
        raise ValueError(n)
    return sum(k * n % 7 for k in range(200))


def main(count):
    last = 0

    def report():
        print(last)

    seen.append(report)
    for n in range(count):
        last = work(n)
    print(last)

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
try:
    main(count)
except ValueError as problem:
    print("no", problem)
seen[0]()
