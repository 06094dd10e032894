import sys


def numbers(start):
    for k in range(5_000):
        yield (start * k) % 101


def total(stream):
    return sum(stream)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    streams = [numbers(n) for n in range(size)]
    totals = []
    for stream in streams:
        totals.append(total(stream))
    print(repr(totals[:5]), [next(stream, "empty") for stream in streams[:3]])


if __name__ == "__main__":
    main()
