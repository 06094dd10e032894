from dataclasses import dataclass

WEIGHTS = {}
SCALE = 3


@dataclass(frozen=True)
class Item:
    name: str
    size: int


def load():
    global SCALE
    for k in range(10):
        WEIGHTS["item%d" % k] = k * k
    SCALE = 7


def price(item):
    return Item(item.name, WEIGHTS[item.name] * SCALE + item.size)


def main():
    load()
    items = [Item("item%d" % (k % 10), k) for k in range(30)]
    priced = []
    for item in items:
        priced.append(price(item))
    print(priced[:3], sum(item.size for item in priced))


if __name__ == "__main__":
    main()
