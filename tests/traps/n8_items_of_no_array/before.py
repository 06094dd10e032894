import sys

import numpy as np

SIZE = int(sys.argv[1])


def work_on(values):
    values = np.sqrt(values * values + 1.0)
    for _ in range(60):
        values = np.sqrt(values * values + 1.0) - 0.5
    return values


def main():
    kinds = {0: np.zeros((3, 0)), 1: np.array(5.0), 2: 5.0, 3: np.float64(2), 4: {1.0: 2}.keys()}
    rng = np.random.default_rng(SIZE)
    blocks = kinds.get(SIZE, rng.normal(size=(SIZE * 5, 3000)))
    print("begins")
    found = []
    for block in blocks:
        found.append(work_on(block))
    print(len(found), np.sum(found))


main()
