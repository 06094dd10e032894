# SPDX-License-Identifier: Apache-2.0
"""A grey picture of bytes, as cameras give it: pixels above a threshold become white, edges are marked."""
import sys

import numpy as np


def threshold(image, limit):
    height, width = image.shape
    result = np.zeros_like(image)
    for y in range(height):
        for x in range(width):
            if image[y, x] > limit:
                result[y, x] = 255
            else:
                result[y, x] = 0
    return result


def edges(image):
    height, width = image.shape
    found = np.zeros((height, width), dtype=bool)
    for y in range(height - 1):
        for x in range(width - 1):
            found[y, x] = image[y, x] != image[y, x + 1] or image[y, x] != image[y + 1, x]
    return found


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 3800
    y, x = np.mgrid[0:size, 0:size]
    image = ((x * 5 + y * 3 + x * y // 64) % 256).astype(np.uint8)
    white = threshold(image, 140)
    found = edges(white)
    print(int((white == 255).sum()), int(found.sum()), white[0, :12].tolist())


if __name__ == "__main__":
    main()
