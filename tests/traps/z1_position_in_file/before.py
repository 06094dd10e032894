import sys


def read_next(handle, number):
    total = sum(k * number for k in range(2000))
    return total, getattr(handle, "read" + "line")()


def main():
    results = []
    with open(__file__) as handle:
        for number in range(int(sys.argv[1])):
            results.append(read_next(handle, number))
    print(results)


main()
