# SPDX-License-Identifier: Apache-2.0
"""Filters on images that are lists of rows of grey values."""
from concurrent.futures import ProcessPoolExecutor

shared_image = None


def synthetic_image(width, height):
    return [
        [(x * y // 7 + (x * 7919 + y * 104_729) % 61) % 256 for x in range(width)]
        for y in range(height)
    ]


def share(image):
    global shared_image
    shared_image = image


def median_row(y, radius):
    image = shared_image
    height, width = len(image), len(image[0])
    rows = image[max(0, y - radius):min(height, y + radius + 1)]
    result = []
    for x in range(width):
        left, right = max(0, x - radius), x + radius + 1
        window = []
        for row in rows:
            window.extend(row[left:right])
        window.sort()
        result.append(window[len(window) // 2])
    return result


def median_filter(image, radius):
    height = len(image)
    with ProcessPoolExecutor(initializer=share, initargs=(image,)) as pool:
        return list(pool.map(median_row, range(height), [radius] * height, chunksize=16))
