import sys
import time


def ask(number, tries):
    time.sleep(0.005)
    if tries and number % 2:
        return ask(number // 2, tries - 1)
    return number


def main(count):
    found = []
    for number in range(count):
        found.append(ask(number, 2))
    return found


print(main(int(sys.argv[1])))
