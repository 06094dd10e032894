import numpy as np


def steep(heights, limit):
    found = []
    for i in range(1, len(heights)):
        if heights[i] - heights[i - 1] > limit:
            found.append((i, heights[i]))
    return found


heights = np.arange(30) * 7.0 % 11
print(steep(heights, 3.0), steep(heights.astype(int), 3), steep(heights[:1], 0.0))
