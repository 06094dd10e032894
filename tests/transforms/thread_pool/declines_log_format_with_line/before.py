import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, format="%(line" "no)d: %(message)s")


def ask(number):
    time.sleep(0.002)
    return number


def main():
    for number in range(20):
        value = ask(number)
        logging.warning("got %s", value)


main()
