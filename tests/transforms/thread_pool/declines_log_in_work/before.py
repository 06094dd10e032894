import logging
import time


def ask(number):
    logging.warning("asking for %s", number)
    time.sleep(0.002)
    return number


def main():
    out = []
    for number in range(20):
        out.append(ask(number))
    print(out)


main()
