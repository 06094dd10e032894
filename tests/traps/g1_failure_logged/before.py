import logging
import sys

import requests


def fetch(number):
    return requests.get(f"http://127.0.0.1:9/{number}", timeout=5).status_code


def main(count):
    total = 0
    for number in range(count):
        total += fetch(number)
    return total


try:
    print(main(int(sys.argv[1])))
except OSError:
    logging.exception("no total")
