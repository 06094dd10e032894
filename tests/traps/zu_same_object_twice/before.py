# The same object twice: the second load reads what the first has stored.
import sys
import time

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


def ask(number):
    time.sleep(0.001)
    return sum(k * number % 7 for k in range(3000))



class Product:
    def __init__(self, number):
        self.number = number
        self.history = []

    def load(self):
        answer = ask(self.number)
        self.number += answer % 5
        self.history.append(answer)
        return answer


products = [Product(number) for number in range(count)]
total = 0
for product in products + products[:2]:
    total += product.load()
print(total, [(p.number, p.history) for p in products])
