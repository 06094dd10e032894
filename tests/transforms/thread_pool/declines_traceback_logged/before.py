import logging
import time


def ask(number):
    time.sleep(0.002)
    if number == 40:
        raise OSError(number)
    return number


def main():
    for number in range(20):
        try:
            value = ask(number)
        except OSError:
            logging.exception("no answer for %s", number)
            continue
        print(value)


main()
