import sys


class Scale:
    factor = 1


LIMITS = [40]
SEEN = []


def ratio(number):
    return sum(range(60)) * Scale.factor // (number % LIMITS[0])


def first(count, mode):
    for number in range(count):
        try:
            value = ratio(number)
        except ZeroDivisionError:
            if mode == "wake":
                LIMITS[0] += 3
            continue
        print(number, value)


def second(count, mode):
    for number in range(count):
        try:
            value = ratio(number)
            Scale.factor += mode == "wake"
        except ZeroDivisionError:
            value = -1
        print(number, value)


def third(count, mode):
    for number in range(count):
        try:
            SEEN.append(number)
            value = ratio(number + (len(SEEN) if mode == "wake" else 0))
        except ZeroDivisionError:
            value = -1
        print(number, value)


def fourth(count, mode):
    total = 0
    for number in range(count):
        try:
            total += ratio(number + (total % 5 if mode == "wake" else 0))
        except ZeroDivisionError:
            total -= 1
        print(number, total)


def fifth(count, mode):
    offset = 0
    for number in range(count):
        if mode == "wake" and number % 4 == 1:
            continue
        try:
            value = ratio(number + offset)
        except ZeroDivisionError:
            offset = 1 if mode == "wake" else 0
            value = None
        print(number, value)


def main():
    mode = sys.argv[1]
    for test in (first, second, third, fourth, fifth):
        test(50, mode)


main()
