import sys


class Meter:
    def __init__(self, limit):
        self.limit = limit
        self.seen = []

    def cost(self, left, right):
        if left * right == self.limit:
            raise LookupError((left, right))
        return sum(k % (left + 1) for k in range(right + 20))


def measure(meter, pairs):
    seen = meter.seen
    for place, (left, right) in enumerate(pairs):
        seen.append(place)
        price = meter.cost(left, right)
        seen.append(price)
        print(place, price, end="; ")


def square(number, limit):
    return sum(k % 7 for k in range(number * number)) // (number - limit)


def tick(limit, numbers):
    at = 0
    while at < len(numbers):
        print("at", at, end=" ")
        value = square(numbers[at], limit)
        print(value)
        at += 1


def main():
    limit = int(sys.argv[1])
    meter = Meter(limit)
    try:
        measure(meter, [(k % 9, k) for k in range(98)])
    except LookupError as error:
        print("\nfailed:", error)
    print(meter.seen[-4:])
    done = result = workers = 5
    try:
        tick(limit, list(range(60)))
    finally:
        print(done, result, workers)


main()
