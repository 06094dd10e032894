import time

ITEMS = range(8)
total = 0
shown = []


def price(number):
    time.sleep(0.002)
    return number * 3


def show():
    return f"{number}: {total}"


# All of them.
for number in ITEMS:
    cost = price(number)
    total += cost
    shown.append(show())

print(total, cost, number)
print(shown)
