import sys
import time


def fetch(number, patience=1):
    time.sleep(0.002)
    if number % 4 == 3 and patience < 2:
        raise TimeoutError(number)
    if number == 14:
        raise LookupError("gone", number)
    return number * patience


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    total = 0
    for number in range(size):
        try:
            page = fetch(number)
        except TimeoutError:
            page = fetch(number, 2)
        total += page
        print(number, total)


main()
