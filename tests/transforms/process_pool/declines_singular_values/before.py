import numpy as np


def rank(seed):
    a = np.random.default_rng(seed).normal(0.0, 1.0, (6, 6))
    if seed % 5 == 0:
        a[0, 0] = np.nan  # LAPACK prints something, and then NumPy raises
    try:
        return float(np.linalg.svd(a)[1][0])
    except np.linalg.LinAlgError:
        return -1.0


def main():
    ranks = []
    for seed in range(20):
        ranks.append(rank(seed))
    print(ranks)


if __name__ == "__main__":
    main()
