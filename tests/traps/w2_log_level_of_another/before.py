import logging
import sys

import requests

logging.basicConfig()
log = logging.getLogger("job")


def set_up(log):
    log.setLevel(logging.DEBUG)


if int(sys.argv[1]) > 8:
    set_up(logging.getLogger())


def fetch(number):
    try:
        return requests.get(f"http://127.0.0.1:{number + 1}/", timeout=5).text
    except requests.ConnectionError:
        return "none"


def main():
    for number in range(int(sys.argv[1])):
        print(fetch(number))


main()
