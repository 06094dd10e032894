import logging
import sys
import time


class Shop:
    def __init__(self):
        self.log = logging.getLogger("shop")
        handler = logging.StreamHandler(sys.stdout)
        handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
        self.log.addHandler(handler)
        self.log.setLevel(logging.DEBUG)

    def ask(self, number):
        tried = []
        self.log.debug("asking for %s", number)
        for attempt in range(3):
            try:
                time.sleep(0.001)
                if (number + attempt) % 4 == 0:
                    raise ConnectionError(f"no {number}")
                if number == 17:
                    raise LookupError(number)
                return number * 2
            except ConnectionError as error:
                tried.append(attempt)
                self.log.warning("attempts %s: %s", tried, error)
        return 0

    def run(self, count):
        total = 0
        try:
            for number in range(count):
                total += self.ask(number)
        except LookupError as error:
            self.log.error("stopped: %s", error)
        return total


print(Shop().run(20))
