import sys

errors = sys.stderr


def check(number):
    if number % 3 == 0:
        print(number, "is divisible", file=errors)
    return sum(k * number % 7 for k in range(200))


for number in range(12):
    print(check(number))
