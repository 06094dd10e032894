import numpy as np


def rows(seed):
    values = np.arange(1000.0) + seed
    for _ in range(300):
        values = np.sqrt(values + 1.0)
    return values


def main():
    found = []
    for seed in range(60):
        found.append(rows(seed))
    print(found[0][:3])


main()
