# SPDX-License-Identifier: Apache-2.0
"""The picture as an array, a slice for each weight."""
import sys

import numpy as np

WEIGHTS = [[0.0625, 0.125, 0.0625], [0.125, 0.25, 0.125], [0.0625, 0.125, 0.0625]]


def picture(rows, columns):
    return ((np.arange(rows)[:, None] * 31 + np.arange(columns) * 17) % 256).astype(float)


def blurred(image, rows, columns):
    total = np.zeros((rows - 2, columns - 2))
    for a in range(3):
        for b in range(3):
            total += WEIGHTS[a][b] * image[a:rows - 2 + a, b:columns - 2 + b]
    return total


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    image = picture(size, size + 40)
    blur = blurred(image, size, size + 40)
    inner = image[1:-1, 1:-1]
    sharp = np.clip(inner + 1.5 * (inner - blur), 0.0, 255.0)
    for cells in (blur.tolist(), sharp.tolist()):
        print(cells[3][5], cells[-1][-1], sum(map(sum, cells)))


if __name__ == "__main__":
    main()
