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


products = [Product(number) for number in range(9)]
total = 0
for product in products:
    total += product.load()
print(total, [getattr(product, "load")() for product in products])
