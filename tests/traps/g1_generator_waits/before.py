import sys
import time


def rows(number):
    for row in range(number % 3):
        time.sleep(0.005)
        yield row


def main(count):
    found = []
    for number in range(count):
        found.append(list(rows(number)))
    return found


print(main(int(sys.argv[1])))
