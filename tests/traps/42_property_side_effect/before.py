import sys


class Sensor:
    def __init__(self):
        self.reads = 0

    @property
    def level(self):
        self.reads += 1
        return 7 + self.reads


def burn(n, sensor):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n + sensor.level


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    sensor = Sensor()
    results = [burn(n, sensor) for n in range(size)]
    print(results[:3], sensor.reads)


if __name__ == "__main__":
    main()
