import sys
import time


def ask(number):
    time.sleep(0.001)
    return None if number % 5 == 3 else {"name": f"item {number}", "price": number * 2.5}


class Product:
    def __init__(self, number):
        self.number = number
        self.name = "?"
        self.price = 0.0

    def load(self, currency):
        answer = ask(self.number)
        if answer is None:
            self.name = "missing"
            return False
        self.name = answer["name"]
        self.price = f"{answer['price']} {currency}"
        return True

    def line(self):
        return f"{self.number:3} {self.name} {self.price}"


products = [Product(number) for number in range(12)]
good = 0
for product in products:
    good += product.load("EUR")
for product in products:
    print(product.line())
print(good)
if len(sys.argv) > 1:
    print(sorted(name for name in Product.__dict__ if not name.startswith("_")))
