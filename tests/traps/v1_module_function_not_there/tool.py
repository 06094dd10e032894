import sys

if int(sys.argv[1]):

    def slow(number):
        total = 0
        for step in range(2_000):
            total = (total * 31 + number + step) % 1_000_003
        return total
