import logging
import sys

import requests

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("job")
log.setLevel(logging.DEBUG)
if int(sys.argv[1]) > 8:
    log.parent.setLevel(logging.DEBUG)


def fetch(number):
    try:
        return requests.get(f"http://127.0.0.1:{number + 1}/", timeout=5).text
    except requests.ConnectionError:
        return "none"


def main():
    for number in range(int(sys.argv[1])):
        print(fetch(number))


main()
