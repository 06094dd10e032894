import time


def scale(value):
    return value * 3


def read(number):
    time.sleep(0.01)
    return map(scale, [number, number + 1])


def main():
    parts = []
    for number in range(10):
        parts.append(read(number))
    print([list(part) for part in parts])


main()
