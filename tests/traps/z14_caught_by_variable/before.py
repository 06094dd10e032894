import sys
import time

CAUGHT = ValueError if len(sys.argv) < 3 else BaseException


def fetch(number):
    time.sleep(0.002)
    if number % 4 == 3:
        raise ValueError(number)
    return number * 2


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = {}
    for number in range(size):
        try:
            found[number] = fetch(number)
        except CAUGHT as error:
            found["bad"] = str(error) + found.get("bad", "")
    print(found)


main()
