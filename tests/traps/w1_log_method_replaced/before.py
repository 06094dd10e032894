import logging
import sys
import time

log = logging.getLogger("job")
told = []


def note(text, *values):
    told.append(text % values)


if int(sys.argv[1]) > 8:
    log.warning = note


def ask(number):
    time.sleep(0.001)
    return number * 1000 + len(told)


def main():
    for number in range(int(sys.argv[1])):
        value = ask(number)
        log.warning("item %s", number)
        print(value)


main()
