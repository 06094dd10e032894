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


class Note:
    def __init__(self, name):
        self.name = name


products = [Product(number) for number in range(9)]
products.append(Note("no product"))
total = 0
for product in products:
    total += product.load()
print(total)
