import numpy as np


def rows(seed):
    found = []
    values = np.arange(1000.0) + seed
    for _ in range(300):
        values = np.sqrt(values + 1.0)
        found.append([values])
    return found


def main():
    found = []
    for seed in range(60):
        found.append(rows(seed))
    print(found[0][0][0][:3])


main()
