import sys
import time

COUNT = int(sys.argv[1])


class Meter:
    def __init__(self, name):
        self.name = name

    def __getattr__(self, name):
        if name == "factor":
            return 3
        raise AttributeError(name)

    def read(self, number):
        time.sleep(0.002)
        return number * self.factor


def main():
    meter = Meter(3)
    for number in range(COUNT):
        print(meter.read(number))


main()
