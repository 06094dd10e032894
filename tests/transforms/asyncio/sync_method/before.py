import httpx


class Shop:
    def __init__(self, base):
        self.base = base

    def price(self, number):
        response = httpx.get(f"{self.base}/items/{number}")
        response.raise_for_status()
        return response.json()["size"]

    def prices(self, numbers):
        found = []
        for number in numbers:
            found.append(self.price(number))
        return found


def main():
    shop = Shop("http://shop.invalid")
    print(shop.prices(range(8)))


main()
