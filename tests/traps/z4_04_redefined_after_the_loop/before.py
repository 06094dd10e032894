"""A function that means something else by the end of the script."""
import sys


def rate(n):
    return sum(k % 7 for k in range(n * 20))


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [rate(n) for n in range(size)]


def rate(n):
    return -n


print(repr(results[-3:]), rate(3))
