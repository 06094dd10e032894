import sys

import httpx

COUNT = int(sys.argv[1])


class Shop(httpx.Client):
    asked = 0

    def get(self, url, **options):
        self.asked += 1
        return super().get(f"{url}?request={self.asked}", **options)


def main():
    with Shop() as shop:
        for number in range(COUNT):
            print(shop.get(f"http://shop.invalid/{number}").text)


main()
