import sys

import numpy as np

size = int(sys.argv[1]) if len(sys.argv) > 1 else 6
rng = np.random.default_rng(5)
own = np.random.RandomState(6)


def score(number):
    values = rng.normal(0.0, 1.0, 50)
    for _ in range(40):
        values = np.sqrt(np.abs(values)) + 1.0
    return float(values.sum()) + float(own.random_sample(3)[0])


scores = []
for number in range(size):
    scores.append(score(number))
print(scores)
