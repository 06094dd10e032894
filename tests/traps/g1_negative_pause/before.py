import sys
import time


def ask(number):
    try:
        time.sleep(0.09 - number / 100)
    except ValueError:
        return "late"
    return number


def main(count):
    found = []
    for number in range(count):
        found.append(ask(number))
    return found


print(main(int(sys.argv[1])))
