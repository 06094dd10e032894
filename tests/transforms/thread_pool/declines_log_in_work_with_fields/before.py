import logging
import time

log = logging.getLogger("shop")


def ask(number):
    time.sleep(0.002)
    log.warning("asked", extra={"number": number})
    return number


def main():
    logging.basicConfig(format="%(number)d %(message)s")
    out = []
    for number in range(20):
        out.append(ask(number))
    print(out)


main()
