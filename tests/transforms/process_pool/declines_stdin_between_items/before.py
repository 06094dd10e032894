import sys


def weigh(text):
    return sum(len(text) * k % 7 for k in range(60))


def lines():
    header = sys.stdin.readline()
    yield header
    for line in sys.stdin:
        yield line


def main():
    total = 0
    for text in lines():
        total += weigh(text)
        print(total)


main()
