import sys
import time


def check(number):
    if number % 5 == 2:
        raise ValueError(number)
    return number


def fetch(number):
    time.sleep(0.002)
    if number % 4 == 3:
        raise ValueError(-number)
    return number * 2


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 25
    found = {}
    for number in range(size):
        try:
            found[number] = check(number) + fetch(number)
        except ValueError as error:
            found[number] = "bad %s after %d" % (error, len(found))
    print(found)


main()
