import time


class Meter:
    def __init__(self, pause):
        self.pause = pause
        self.unit = "kWh"

    def read(self, number):
        time.sleep(0.002)
        return number * 3

    def shown(self, number):
        return self.read(number), self.unit


def main():
    meter = Meter(1)
    readings = [meter.shown(number) for number in range(8)]
    print(readings)


if __name__ == "__main__":
    main()
