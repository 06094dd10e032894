import numpy as np


def score(seed):
    values = np.arange(1000.0) - seed
    for _ in range(300):
        values = np.sqrt(np.abs(values) - 0.1)
    return float(values.sum())


def main():
    print(f"{sum(score(seed) for seed in range(60)):.3f} in all")


main()
