# SPDX-License-Identifier: Apache-2.0
"""A picture row in runs of equal pixels, as a fax machine sends it: a list of numbers, a list of pairs."""
import sys


def read_pixels(count, seed):
    pixels = []
    colour = 0
    for _ in range(count):
        seed = (seed * 1664525 + 1013904223) % 4294967296
        if seed // 65536 % 7 == 0:
            colour = seed // 1048576 % 4
        pixels.append(colour)
    return pixels


def runs(pixels):
    found = []
    start = 0
    for i in range(1, len(pixels)):
        if pixels[i] != pixels[i - 1]:
            found.append((pixels[start], i - start))
            start = i
    found.append((pixels[start], len(pixels) - start))
    return found


def main():
    lines = int(sys.argv[1]) if len(sys.argv) > 1 else 250
    for seed in (9, 10, 11, 12):
        pixels = read_pixels(100_000, seed) * lines
        found = runs(pixels)
        longest = max(found, key=lambda run: run[1])
        print(len(found), found[:6], longest)


if __name__ == "__main__":
    main()
