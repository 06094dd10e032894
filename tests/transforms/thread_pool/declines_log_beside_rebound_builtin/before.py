import logging
import time

log = logging.getLogger("shop")
BaseException = LookupError


def ask(number):
    time.sleep(0.002)
    log.warning("asked for %s", number)
    return number


def main():
    logging.basicConfig(format="%(name)s %(message)s")
    out = []
    try:
        for number in range(20):
            out.append(ask(number))
    except BaseException as error:
        print(error)
    print(out)


main()
