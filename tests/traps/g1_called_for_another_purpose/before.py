import sys
import time


def is_open(number):
    time.sleep(0.005)
    return number % 3 == 0


def check():
    return "open" if is_open(1) else "closed"


def main(count):
    found = []
    for number in range(count):
        found.append(is_open(number))
    return found


print(main(int(sys.argv[1])))
if "check" in sys.argv:
    print(check())
