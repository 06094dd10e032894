import logging
import sys
import time

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(name)s:%(levelname)s:%(message)s")
log = logging.getLogger(__name__)


def ask(number):
    time.sleep(0.001)
    if number % 5 == 3:
        raise TimeoutError(number)
    if number == 20:
        raise LookupError("no item 20")
    return number * 1000


def main(count):
    kept = []
    for number in range(count):
        try:
            value = ask(number)
        except TimeoutError as error:
            log.warning("late: %r", error)
            print("late", number)
            kept.append(error)
            continue
        finally:
            logging.info("done with %s", number)
        print(number, value)
    print([str(error) for error in kept])


main(int(sys.argv[1]))
