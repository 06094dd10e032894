import sys

import httpx

COUNT = int(sys.argv[1])


def fetch(number):
    try:
        return httpx.get(f"http://shop.invalid/items/{number}").text
    except httpx.TransportError as error:
        return f"no: {error}"


def main():
    for number in range(COUNT):
        print(fetch(number))


main()
