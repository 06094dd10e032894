import sys
import time

COUNT = int(sys.argv[1])


class Meter:
    def __init__(self, factor):
        self.factor = factor

    def read(self, number):
        time.sleep(0.002)
        return number * self.factor

    def shown(self, number):
        time.sleep(0.001)
        return self.read(number), "kWh"

    def all(self, count):
        for number in range(count):
            if number == 8:
                raise ValueError(number)
            print(self.shown(number))


def main():
    Meter(3).all(COUNT)


main()
