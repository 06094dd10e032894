import sys

import numpy as np

SIZE = int(sys.argv[1])


import pickle

def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def main():
    rows = []
    for number in range(SIZE * 5):
        rows.append(work_on(np.arange(2000.0) + number))
    print(len(pickle.dumps(rows)))


main()
