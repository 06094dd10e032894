import logging
import time


def ask(number, log):
    time.sleep(0.002)
    log.warning("asked for %s", number)
    return number


def main():
    out = []
    logger = logging.getLogger("a")
    for number in range(20):
        out.append(ask(number, logger))
    print(out)


main()
