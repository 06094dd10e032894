import numpy as np


def spread(heat, new):
    for i in range(1, heat.shape[0] - 1):
        for j in range(1, heat.shape[1] - 1):
            around = heat[i - 1, j] + heat[i + 1, j] + heat[i, j - 1] + heat[i, j + 1]
            new[i, j] = heat[i, j] + 0.1 * (around - 4 * heat[i, j])


heat = np.zeros((12, 15))
heat[4:7, 5:9] = 80.0
new = heat.copy()
for _ in range(5):
    spread(heat, new)
    heat, new = new, heat
print(heat.sum(), heat[5].tolist())
