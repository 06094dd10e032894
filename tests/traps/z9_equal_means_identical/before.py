import sys


class Town:
    def __init__(self, name):
        self.name = name


towns = [Town("t%d" % i) for i in range(30)]
capital = towns[7]


def weight(town, size):
    total = 0
    for i in range(size):
        total += i * len(town.name) % 7
    return total + (1000000 if town == capital else 0)


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    for town in towns:
        print(town.name, weight(town, size))


main()
