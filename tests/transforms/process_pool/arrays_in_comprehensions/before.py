import numpy as np


def score(seed):
    values = np.arange(1000.0) - seed
    for _ in range(300):
        values = np.sqrt(np.abs(values) - 0.1)
    return float(values.sum())


def main():
    pairs = [
        (seed, 1.0 - score(seed))  # what may warn is done again here
        for seed in range(60)
    ]
    print(pairs[7])


main()
