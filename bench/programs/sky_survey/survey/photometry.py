# SPDX-License-Identifier: Apache-2.0
"""Find stars in exposures and measure how bright they are."""
import math
from collections import namedtuple

Source = namedtuple("Source", "x y flux magnitude")


def background(pixels):
    sample = sorted(value for row in pixels[::3] for value in row[::3])
    return sample[len(sample) // 2]


def find_peaks(pixels, threshold):
    peaks = []
    size = len(pixels)
    for y in range(2, size - 2):
        row = pixels[y]
        for x in range(2, size - 2):
            value = row[x]
            if value < threshold:
                continue
            around = [pixels[v][u] for v in range(y - 1, y + 2) for u in range(x - 1, x + 2)]
            if value == max(around) and around.count(value) == 1:
                peaks.append((x, y))
    return peaks


def aperture_flux(pixels, x, y, radius, level):
    total = 0.0
    size = len(pixels)
    for v in range(max(0, y - radius), min(size, y + radius + 1)):
        for u in range(max(0, x - radius), min(size, x + radius + 1)):
            if (u - x) ** 2 + (v - y) ** 2 <= radius * radius:
                total += pixels[v][u] - level
    return total


def measure(exposure, radius, sigma):
    pixels = exposure.render()
    level = background(pixels)
    sources = []
    for x, y in find_peaks(pixels, level + sigma * 10):
        flux = aperture_flux(pixels, x, y, radius, level)
        if flux > 0:
            sources.append(Source(x, y, flux, 25 - 2.5 * math.log10(flux)))
    return sources


def measure_night(night, radius=5, sigma=3.0):
    catalogue = {}
    for exposure in night:
        catalogue[exposure.name] = measure(exposure, radius, sigma)
    return catalogue
