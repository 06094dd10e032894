# SPDX-License-Identifier: Apache-2.0
"""A height map in an array of NumPy, cell by cell: slopes, and the mean height of each row."""
import sys

import numpy as np


def slopes(heights, steep):
    for i in range(1, heights.shape[0] - 1):
        for j in range(1, heights.shape[1] - 1):
            down = (heights[i + 1, j] - heights[i - 1, j]) / 2.0
            across = (heights[i, j + 1] - heights[i, j - 1]) / 2.0
            steep[i, j] = np.sqrt(down * down + across * across)


def row_means(heights):
    means = []
    for i in range(heights.shape[0]):
        total = 0.0
        for j in range(heights.shape[1]):
            total += heights[i, j]
        means.append(total / heights.shape[1])
    return means


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2800
    x = np.linspace(0.0, 9.0, size)
    heights = np.sin(x)[:, None] * np.cos(x * 1.5) * 100.0
    steep = np.zeros_like(heights)
    slopes(heights, steep)
    means = row_means(steep)
    print(steep[5, :4].tolist(), max(means), min(means))


if __name__ == "__main__":
    main()
