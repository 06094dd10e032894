import logging
import sys
import time

quiet = logging.getLogger("quiet")
levels = logging.getLogger("levels")
global_one = logging.getLogger("global")


def ask(number):
    time.sleep(0.002)
    quiet.warning("asked for %d", number)
    return number


def look(number):
    time.sleep(0.002)
    levels.warning("looked at %d", number)
    return number


def find(number):
    time.sleep(0.002)
    global_one.warning("found %d", number)
    return number


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    logging.basicConfig(format="%(name)s %(message)s")
    total = 0
    for number in range(count):
        total += ask(number)
        quiet.disabled = number == 3
    for number in range(count):
        total += look(number)
        if number == 3:
            levels.setLevel(logging.CRITICAL)
    for number in range(count):
        total += find(number)
        if number == 3:
            logging.disable(logging.WARNING)
    print(total)


main()
