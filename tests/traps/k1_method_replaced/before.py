import sys
import time

COUNT = int(sys.argv[1])


class Meter:
    def __init__(self, factor):
        self.factor = factor

    def read(self, number):
        time.sleep(0.002)
        return number * self.factor


def main():
    meter = Meter(3)
    if COUNT > 8:
        meter.read = abs
    for number in range(COUNT):
        print(meter.read(number))


main()
