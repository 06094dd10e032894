import sys


def check(number):
    total = sum(number % k for k in range(1, 400))
    print(number, file=sys.stderr)
    return total


def main():
    totals = []
    for number in range(50, 90):
        totals.append(check(number))
    print(sum(totals))


main()
