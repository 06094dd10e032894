# SPDX-License-Identifier: Apache-2.0
"""Filters on images that are lists of rows of grey values."""


def synthetic_image(width, height):
    return [
        [(x * y // 7 + (x * 7919 + y * 104_729) % 61) % 256 for x in range(width)]
        for y in range(height)
    ]


def median_row(image, y, radius):
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
    return [median_row(image, y, radius) for y in range(len(image))]
