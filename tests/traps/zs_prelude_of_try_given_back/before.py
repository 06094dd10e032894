# What the `try` gives is the very object that was made before it.
import sys


class Basket:
    def __init__(self, number):
        self.number = number
        self.items = []


def fill(basket):
    for k in range(3000):
        if k * basket.number % 701 == 3:
            basket.items.append(k)
    if len(basket.items) == 4:
        raise KeyError(basket.number)
    return basket


count = int(sys.argv[1]) if len(sys.argv) > 1 else 12
same = 0
report = ""
for number in range(count):
    basket = Basket(number)
    try:
        filled = fill(basket)
        size = len(filled.items)
    except KeyError as error:
        report += str(("four", error, len(basket.items))) + "\n"
        continue
    same += filled is basket
    report += str((number, size, basket.items == filled.items)) + "\n"
print(same)
print(report)
