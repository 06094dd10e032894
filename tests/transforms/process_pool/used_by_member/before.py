import collections
import math


def root(number):
    """By bisection."""
    low, high = 0.0, float(number)
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if middle * middle < number else (low, middle)
    return low


def main(numbers):
    total = math.fsum(root(number) for number in numbers)
    print(total)


main(list(range(1, 60)))
main([])
