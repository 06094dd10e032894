import logging
import time


class Count(logging.StreamHandler):
    seen = 0

    def emit(self, record):
        Count.seen += 1


log = logging.getLogger("job")
log.addHandler(Count())


def ask(number):
    time.sleep(0.002)
    return number + Count.seen


def main():
    out = []
    for number in range(20):
        value = ask(number)
        log.warning("got %s", value)
        out.append(value)
    print(out)


main()
