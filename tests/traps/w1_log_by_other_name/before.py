import logging
import sys
import time

tools = logging
seen = []


class Handler(tools.Handler):
    def emit(self, record):
        seen.append(record.getMessage())


tools.getLogger().addHandler(Handler())


def ask(number):
    time.sleep(0.001)
    return number * 1000 + len(seen)


def main():
    for number in range(int(sys.argv[1])):
        value = ask(number)
        logging.warning("item %s", number)
        print(value)


main()
