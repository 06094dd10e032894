import numpy as np

totals = np.zeros(10)


def add(seed):
    part = np.arange(10.0) * seed
    for _ in range(300):
        part = np.sqrt(part + totals)
    totals[seed % 10] += part.sum()
    return float(part.max())


most = []
for seed in range(60):
    most.append(add(seed))
print(totals, most)
