import numpy as np


def score(seed):
    values = np.arange(1000.0) - seed
    for _ in range(300):
        values = np.sqrt(values)
    return float(values.sum())


scores = [score(seed) for seed in range(60)]
print(scores[:3])
