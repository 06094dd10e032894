import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6


def burn(number):
    for _ in range(300):
        number = (number * 1103515245 + 12345) % 2147483648
    return number


weights = np.array([1, 2, 3]) / 10
total = 0
counts = {}
for number in range(size):
    for place in range(3):
        total += weights[place] * (burn(number + place) % 7)
        counts[place] = counts.get(place, 0) + weights[place]
print(repr(total), counts)
