import time


def ask(number):
    time.sleep(0.002)
    return {"name": f"item {number}"}


class Product:
    def __init__(self, number, twin):
        self.number = number
        self.twin = twin
        self.name = "?"

    def load(self):
        self = self.twin or self
        answer = ask(self.number)
        self.name = answer["name"]
        return len(self.name)


products = [Product(number, None) for number in range(10)]
products[3].twin = products[7]
total = 0
for product in products:
    total += product.load()
print(total, [product.name for product in products])
