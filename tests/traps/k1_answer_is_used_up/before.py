import sys

import httpx

COUNT = int(sys.argv[1])


def fetch(number):
    response = httpx.get(f"http://shop.invalid/items/{number}")
    response.close()
    return response


def main():
    for number in range(COUNT):
        print(fetch(number).text)


main()
