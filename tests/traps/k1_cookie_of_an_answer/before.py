import sys

import httpx

COUNT = int(sys.argv[1])


def page(client, number):
    path = "login" if number % 4 == 3 else "items"
    return client.get(f"http://shop.invalid/{path}/{number}").text


def main():
    with httpx.Client() as client:
        for number in range(COUNT):
            print(page(client, number))


main()
