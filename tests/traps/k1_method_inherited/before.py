import sys
import time

COUNT = int(sys.argv[1])


class Meter:
    def __init__(self, factor):
        self.factor = factor

    def read(self, number):
        time.sleep(0.002)
        return number * self.factor


class Named(Meter):
    def show(self, number):
        print(number, self.read(number))


def main():
    meter = Meter(3)
    named = Named(4)
    for number in range(COUNT):
        print(meter.read(number))
    if COUNT > 8:
        named.show(1)


main()
