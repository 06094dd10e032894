import numpy as np


def score(seed):
    rng = np.random.default_rng(seed)
    values = rng.normal(0.0, 1.0, 20000)
    for _ in range(30):
        values = np.sqrt(np.abs(values)) + values / (values - 5.0)
    return float(values.sum())


def main():
    scores = []
    for seed in range(60):
        scores.append(score(seed))
    print(scores[:3])


main()
