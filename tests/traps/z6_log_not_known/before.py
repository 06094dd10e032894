import logging
import sys
import time

log = logging.getLogger("one")


class Asker:
    def __init__(self):
        self.logger = logging.getLogger(type(self).__name__)

    def ask(self, number):
        time.sleep(0.002)
        self.logger.warning("asked for %d", number)
        return number


def first(number):
    time.sleep(0.002)
    logging.warning("first of %d", number)
    if number == 2:
        raise KeyError(number)
    return number


def other(number):
    time.sleep(0.002)
    log.warning("other of %d", number)
    return number


def change():
    global log
    log = logging.getLogger("two" + "".join(sys.argv[2:]))


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 16
    asker = Asker()
    total = 0
    for number in range(count):
        total += asker.ask(number)
    change()
    for number in range(count):
        total += other(number)
    try:
        for number in range(count):
            total += first(number)
    except KeyError:
        log.warning("the set-up is that of a first call")
    print(total)


main()
