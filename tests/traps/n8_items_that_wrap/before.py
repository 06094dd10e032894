import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6


def product(number):
    values = np.arange(1, 60, dtype=np.int64)
    for _ in range(40):
        values = values + number
    made = values[0]
    for place in range(number * 4):
        made = made * values[place % 59]
    return int(made * 1)


for number in range(size):
    print("item", number, file=sys.stderr)
    made = product(number)
    print(made, type(made).__name__, file=sys.stderr)
