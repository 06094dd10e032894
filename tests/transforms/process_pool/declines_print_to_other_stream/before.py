import sys

log = open("log.txt", "w")


def check(number):
    print(number, file=log or sys.stderr)
    total = sum(number % k for k in range(1, 400))
    return total


def main():
    totals = []
    for number in range(50, 90):
        totals.append(check(number))
    print(sum(totals))


main()
