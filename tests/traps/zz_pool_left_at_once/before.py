import sys


def weigh(number):
    return sum(number % k for k in range(number, number + 50))


def total(numbers):
    out = 0
    for number in numbers:
        out += weigh(number)
    return out


def first_large(numbers, limit):
    for number in numbers:
        weight = weigh(number)
        if weight > limit:
            return number, weight
    return None


def main():
    limit = int(sys.argv[1])
    for turn in range(60):
        try:
            print(turn, total([turn % 7 - 49 if turn % 3 else 3, 5, 8, 13, 21, 34]))
        except ZeroDivisionError as error:
            print(turn, error)
        print(first_large([turn + 1, turn + 5, turn + 9, turn + 13], limit))


main()
