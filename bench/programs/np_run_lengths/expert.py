# SPDX-License-Identifier: Apache-2.0
"""The same by the places where neighbours differ."""
import sys

import numpy as np


def read_pixels(count, seed):
    pixels = []
    colour = 0
    for _ in range(count):
        seed = (seed * 1664525 + 1013904223) % 4294967296
        if seed // 65536 % 7 == 0:
            colour = seed // 1048576 % 4
        pixels.append(colour)
    return np.array(pixels)


def runs(pixels):
    starts = np.concatenate(([0], np.flatnonzero(pixels[1:] != pixels[:-1]) + 1))
    lengths = np.diff(np.append(starts, len(pixels)))
    return list(zip(pixels[starts].tolist(), lengths.tolist()))


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    for seed in (9, 10, 11, 12):
        pixels = np.tile(read_pixels(100_000, seed), lines)
        found = runs(pixels)
        longest = max(found, key=lambda run: run[1])
        print(len(found), found[:6], longest)


if __name__ == "__main__":
    main()
