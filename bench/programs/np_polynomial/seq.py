# SPDX-License-Identifier: Apache-2.0
"""A polynomial by Horner's scheme at many points, and where it is largest."""
import sys

COEFFICIENTS = [
    0.5, -1.25, 3.0, 0.75, -2.0, 1.5, 0.25, -0.125, 2.25, -3.5, 1.75, -0.5, 0.875, -2.5, 3.25,
    -1.75, 0.375, 2.0, -0.75, 1.25, -3.0, 0.625, 2.75, -1.5, 0.125, -2.25, 1.0, -0.875, 3.5, -1.0,
]


def values_at(points):
    values = []
    for x in points:
        total = 0.0
        for c in COEFFICIENTS:
            total = total * x + c
        values.append(total)
    return values


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000_000
    points = [k / count * 2 - 1 for k in range(count)]
    values = values_at(points)
    best = max(values)
    print(best, points[values.index(best)], sum(values))


if __name__ == "__main__":
    main()
