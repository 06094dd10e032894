import sys


def slow(number, factor=1):
    total = 0
    for step in range(2_000):
        total = (total * 31 + number * factor + step) % 1_000_003
    return total


class Job:
    __limit = 5

    def __init__(self, n):
        self.__n = n

    def lifted(self, n):
        def weigh(x):
            return slow(x) + (Job.__limit if x > 30 else 0)

        return [weigh(x) for x in range(n)]

    def moved(self, n):
        out = []
        for x in range(n):
            y = slow(x)
            if x > 30:
                y = (lambda v: v + self.__n)(y)
            out.append(y)
        return out


n = int(sys.argv[1])
print(Job(1).lifted(n), Job(2).moved(n))
