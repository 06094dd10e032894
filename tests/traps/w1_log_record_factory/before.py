import logging
import sys
import time

made = []
plain = logging.getLogRecordFactory()


def counted(*values, **named):
    made.append(1)
    return plain(*values, **named)


logging.setLogRecordFactory(counted)


def ask(number):
    time.sleep(0.001)
    return number * 1000 + len(made)


def main():
    for number in range(int(sys.argv[1])):
        value = ask(number)
        logging.warning("item %s", number)
        print(value)


main()
