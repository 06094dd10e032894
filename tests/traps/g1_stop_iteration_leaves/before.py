import sys
import time


def ask(number):
    time.sleep(0.005)
    return number + 1


def main(count):
    found = []
    for number in range(count):
        found.append(ask(number))
    return next(iter(found))


try:
    print(main(int(sys.argv[1])))
except StopIteration:
    print("nothing")
