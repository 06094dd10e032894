class Meter:
    def __init__(self):
        self.total = 0

    def measure(self, n):
        value = sum(k * n % (17 + self.total % 3) for k in range(40))
        self.total += value
        return value, self.total


def main():
    meter = Meter()
    readings = []
    for n in range(30):
        readings.append(meter.measure(n))
    print(readings[-2:], meter.total)


if __name__ == "__main__":
    main()
