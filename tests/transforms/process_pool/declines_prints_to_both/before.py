import sys


def check(number):
    print("checking", number)
    if number % 3 == 0:
        print(number, "is divisible", file=sys.stderr)
    return sum(k * number % 7 for k in range(200))


for number in range(12):
    print(check(number))
