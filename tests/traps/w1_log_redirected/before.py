import contextlib
import io
import logging
import sys
import time

told = io.StringIO()


def ask(number):
    time.sleep(0.001)
    return number * 1000 + len(told.getvalue())


def main():
    out = []
    with contextlib.redirect_stderr(told):
        for number in range(int(sys.argv[1])):
            value = ask(number)
            logging.warning("item %s", number)
            out.append(value)
    print(out)


main()
