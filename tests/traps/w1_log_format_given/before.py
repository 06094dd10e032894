import logging
import sys
import time

logging.basicConfig(
    stream=sys.stdout,
    format="%(message)s" if int(sys.argv[1]) < 9 else "%(line" + "no)d %(message)s",
)


def ask(number):
    time.sleep(0.001)
    return number * 1000


def main():
    for number in range(int(sys.argv[1])):
        value = ask(number)
        logging.warning("item %s: %s", number, value)


main()
