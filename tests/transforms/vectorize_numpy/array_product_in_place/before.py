import numpy as np


def product(a, b):
    n = a.shape[0]
    c = np.zeros((n, n), dtype=np.int64)
    for i in range(n):
        for j in range(n):
            for k in range(n):
                c[i, j] += a[i, k] * b[k, j]
    return c


places = np.arange(5)
links = ((places[:, None] * 7 + places * 3) % 11 < 5).astype(np.int64)
ways = links
for _ in range(3):
    ways = product(ways, links)
print(ways.tolist(), product(links * 2**40, links * 2**30).tolist())
