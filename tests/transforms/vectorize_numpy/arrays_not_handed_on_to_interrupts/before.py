import sys


def doubled(values):
    result = []
    for value in values:
        result.append(value * 2.0)
    return result


def shifted(values, amount):
    result = []
    for value in values:
        result.append(value + amount)
    return result


def main(count):
    values = [float(i % 7) for i in range(count)]
    twice = doubled(values)
    moved = shifted(twice, 0.5)
    print(twice, moved)


try:
    main(5)
except KeyboardInterrupt:
    sys.exit("at once")
