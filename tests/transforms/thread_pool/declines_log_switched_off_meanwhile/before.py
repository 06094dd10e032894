import logging
import time

log = logging.getLogger("shop")
logging.basicConfig(format="%(name)s %(message)s")


def ask(number):
    time.sleep(0.002)
    log.warning("asked for %s", number)
    return number


def main():
    out = []
    for number in range(20):
        out.append(ask(number))
        log.disabled = number == 3
    print(out)


main()
