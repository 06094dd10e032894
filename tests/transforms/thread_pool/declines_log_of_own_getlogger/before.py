import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, format="%(name)s: %(message)s")


def getLogger(name):
    return logging.getLogger("shop." + name)


log = getLogger("prices")


def ask(number):
    time.sleep(0.002)
    return number


def main():
    for number in range(20):
        value = ask(number)
        log.warning("got %s", value)


main()
