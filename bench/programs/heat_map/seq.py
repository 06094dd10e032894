# SPDX-License-Identifier: Apache-2.0
"""A contour map in characters: a nested comprehension over a plane. No functions for main."""
import math
import sys

width = int(sys.argv[1]) if len(sys.argv) > 1 else 240
height = width // 3
sources = [(k * 37 % 100 / 100, k * 61 % 97 / 97, (-1) ** k * (k % 7 + 1)) for k in range(600)]
shades = " .:-=+*#%@"


def intensity(u, v):
    total = 0.0
    for x, y, power in sources:
        squared = (u - x) ** 2 + (v - y) ** 2
        total += power * math.exp(-squared * 40) * math.cos(9 * math.sqrt(squared))
    return total


field = [[intensity(column / width, row / height) for column in range(width)] for row in range(height)]

low = min(min(line) for line in field)
high = max(max(line) for line in field)
for line in field:
    print("".join(shades[int((value - low) / (high - low) * 9.999)] for value in line).rstrip())
print(f"from {low!r} to {high!r}")
