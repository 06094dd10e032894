import sys
import time

COUNT = int(sys.argv[1])


class Meter:
    def __init__(self, factor):
        self.factor = factor

    def read(self, number):
        time.sleep(0.002)
        return number * self.factor


class Doubled(Meter):
    def read(self, number):
        return 2 * super().read(number)


def main():
    meter = Doubled(3) if COUNT > 8 else Meter(3)
    for number in range(COUNT):
        print(meter.read(number))


main()
