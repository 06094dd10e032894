import numpy as np


def threshold(image, limit):
    height, width = image.shape
    result = np.zeros((height, width))
    marked = np.zeros((height, width), dtype=int)
    for y in range(height):
        for x in range(width):
            if image[y, x] > limit:
                result[y, x] = image[y, x] * 2
                marked[y, x] = 1
            else:
                result[y, x] = image[y, x]
                marked[y, x] = 0
    return result.tolist(), marked.tolist()


image = np.array([[(y * 37 + x * 11) % 53 for x in range(5)] for y in range(4)])
print(threshold(image, 20), threshold(image / 4, 5.5), threshold(image[:0], 1))
