import logging
import sys
import time

log = logging.getLogger("job")


class Count:
    level = 0
    seen = 0

    def handle(self, record):
        self.seen += 1


count = Count()
if len(sys.argv[1]) < 9:
    log.addHandler(count)


def ask(number):
    time.sleep(0.001)
    return number * 1000 + count.seen


def main():
    for number in range(int(sys.argv[1])):
        value = ask(number)
        log.warning("item %s", number)
        print(value)


main()
