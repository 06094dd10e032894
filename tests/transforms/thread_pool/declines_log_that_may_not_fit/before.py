import logging
import time


def ask(number):
    time.sleep(0.002)
    return number if number < 30 else str(number)


def main():
    for number in range(20):
        value = ask(number)
        logging.warning("got %d", value)


main()
