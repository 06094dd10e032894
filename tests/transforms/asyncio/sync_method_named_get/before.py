import httpx


class Api:
    def __init__(self, base):
        self.base = base

    def get(self, path):
        response = httpx.get(self.base + path)
        response.raise_for_status()
        return response.json()

    def size(self, number):
        return self.get(f"/items/{number}")["size"]


if __name__ == "__main__":
    api = Api("http://shop.invalid")
    total = 0
    for number in range(8):
        total += api.size(number)
    print(total)
