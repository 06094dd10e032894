import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
table = np.arange(9.0).reshape(3, 3)
whole = np.eye(3)
product = np.eye(3)


def diagonal(number):
    part = np.einsum("ii->i", table)
    part += number
    return float(part.sum())


def power(number):
    same = np.linalg.matrix_power(whole, 1)
    same *= 1.5
    return float(np.linalg.det(same)) + number


def grown(number):
    global product
    try:
        product @= np.array([[1.0, 1.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]])
    except TypeError:  # NumPy before 1.25
        return -1.0
    return float(product[0, 1]) + number


for number in range(size):
    print(repr(diagonal(number)))
for number in range(size):
    print(repr(power(number)))
found = []
for number in range(size):
    found.append(grown(number))
print(found, table, whole, product)
