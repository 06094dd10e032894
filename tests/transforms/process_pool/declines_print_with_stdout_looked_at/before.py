import sys


def check(number):
    print(number, "*" if sys.stdout.isatty() else "")
    total = sum(number % k for k in range(1, 400))
    return total


def main():
    totals = []
    for number in range(50, 90):
        totals.append(check(number))
    print(sum(totals))


main()
