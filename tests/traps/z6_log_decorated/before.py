import functools
import logging
import sys
import time

logger = logging.getLogger(__name__)


def told(function):
    @functools.wraps(function)
    def tell(number):
        logger.info("%s begins", number)
        try:
            return function(number)
        except ValueError as error:
            logger.warning("again: %s", error)
            return function(number + 1)
        finally:
            logger.info("%s ends", number)

    return tell


@told
def ask(number):
    time.sleep(0.002)
    if number % 7 == 4:
        raise ValueError(number)
    return number


logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(message)s")
count = int(sys.argv[1]) if len(sys.argv) > 1 else 20
out = {}
for number in range(count):
    out[number] = ask(number)
print(out)
