# SPDX-License-Identifier: Apache-2.0
"""Synthetic exposures: a sky background with stars on it."""
import math


class Exposure:
    def __init__(self, name, size, stars):
        self.name = name
        self.size = size
        self.stars = stars

    def render(self):
        size = self.size
        pixels = []
        for y in range(size):
            row = []
            for x in range(size):
                noise = (x * 7919 + y * 104_729 + x * y * 31) % 97
                row.append(100.0 + noise / 10)
            pixels.append(row)
        for cx, cy, flux, width in self.stars:
            reach = int(4 * width) + 1
            for y in range(max(0, cy - reach), min(size, cy + reach + 1)):
                for x in range(max(0, cx - reach), min(size, cx + reach + 1)):
                    distance = (x - cx) ** 2 + (y - cy) ** 2
                    pixels[y][x] += flux * math.exp(-distance / (2 * width * width))
        return pixels


def plan_night(count, size):
    night = []
    for number in range(count):
        stars = []
        for k in range(14):
            seed = number * 131 + k * 977
            stars.append((seed * 37 % size, seed * 61 % size, 400 + seed % 900, 1.2 + k % 5 / 4))
        night.append(Exposure(f"field-{number:03d}", size, stars))
    return night
