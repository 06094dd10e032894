import logging
import time

logging.basicConfig(format="%(name)s %(message)s")


def ask(number):
    log = logging.getLogger("shop.%d" % number)
    time.sleep(0.002)
    return number if log.isEnabledFor(logging.INFO) else -number


def main():
    out = []
    for number in range(20):
        out.append(ask(number))
    print(out)


main()
