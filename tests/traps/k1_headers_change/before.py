import sys

import httpx

COUNT = int(sys.argv[1])


def main():
    with httpx.Client() as client:
        for number in range(COUNT):
            client.headers["number"] = str(number)
            print(client.get("http://shop.invalid/items").text)


main()
