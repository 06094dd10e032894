import math


def decay(number):
    total = 0.0
    for k in range(2000):
        total += math.exp(-number * k)
    return total


def main():
    found = []
    for number in range(40):
        found.append(decay(number))
    print(found)


main()
