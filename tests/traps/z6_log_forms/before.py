import logging
import sys
import time

first = logging.getLogger("first")
second = logging.getLogger("second")
FAILS = int(sys.argv[2]) if len(sys.argv) > 2 else -1


def ask(number):
    time.sleep(0.002)
    first.warning("asked for %d", number)
    if number == FAILS:
        raise LookupError(number)
    return number


def look(number):
    time.sleep(0.002)
    first.info("looking for %d", number)
    if number % 3 == 0:
        second.error("no %d", number)
        return None
    return number * 2


def shown(number):
    second.info("shown %d", number)
    return str(number)


def pair(left, right):
    return left + "/" + str(right)


def main(count):
    total = 0
    for number in range(count):
        total += ask(number)
    found = []
    for number in range(count):
        value = look(number)
        second.info("found %s", value)
        found.append(value)
    pairs = []
    for number in range(count):
        pairs.append(pair(shown(number), ask(number)))
    print(total, found, pairs)


def shorter(count):
    kept = [shown(number) for number in range(count) if look(number)]
    by_number = {number: look(number) for number in range(count)}
    asked = list(map(ask, range(count)))
    best = max(range(count), key=ask, default=None)
    total = sum(ask(number) for number in range(count))
    print(kept, by_number, asked, best, total)


logging.basicConfig(level=logging.INFO, format="%(name)s %(message)s")
size = int(sys.argv[1]) if len(sys.argv) > 1 else 12
for step in main, shorter:
    try:
        step(size)
    except LookupError as error:
        second.error("nothing at %s", error)
