import sys
import time

START = []


def gather(number):
    time.sleep(0.002)
    rows = sum([[k] for k in range(number % 3)], START)
    rows.append(number)
    return len(rows)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = []
    for number in range(size):
        found.append(gather(number))
    print(found)


main()
