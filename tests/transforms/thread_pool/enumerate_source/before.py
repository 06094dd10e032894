import time


def load(name):
    time.sleep(0.002)
    return name.title()


names = "ada grace alan edsger barbara donald".split() * 3
cards = []
for number, name in enumerate(names, start=1):
    cards.append(f"{number}. {load(name)}")
print(cards)
