import sys

import httpx

COUNT = int(sys.argv[1])


class Counting:
    def __init__(self, client):
        self.client = client
        self.used = 0

    def __getattr__(self, name):
        self.used += 1
        return getattr(self.client, name)


def main():
    shop = Counting(httpx.Client())
    for number in range(COUNT):
        print(shop.get(f"http://shop.invalid/{number}").json()["size"], shop.used)


main()
