import sys
import time


def ask(number):
    time.sleep(0.002)
    return {"name": f"item {number}"}


class Product:
    def __init__(self, number):
        self.number = number
        self.name = "?"

    def load(self):
        answer = ask(self.number)
        self.name = answer["name"]
        return len(self.name)


def find(number):
    return Product(number) if number < 9 or len(sys.argv) > 1 else None


products = [find(number) for number in range(10)]
total = 0
for product in products:
    total += product.load()
print(total)
