import logging
import sys

import requests

COUNT = int(sys.argv[1])
logging.basicConfig(level=logging.DEBUG if COUNT > 8 else logging.INFO)


def fetch(number):
    try:
        return requests.get(f"http://127.0.0.1:{number + 1}/", timeout=5).text
    except requests.ConnectionError:
        return "none"


def main():
    for number in range(COUNT):
        print(fetch(number))


main()
