import logging
import sys

import httpx

COUNT = int(sys.argv[1])
logging.basicConfig(level=logging.INFO if COUNT > 8 else logging.WARNING)


def fetch(number):
    return httpx.get(f"http://shop.invalid/items/{number}").text


def main():
    for number in range(COUNT):
        print(fetch(number))


main()
