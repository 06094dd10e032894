# SPDX-License-Identifier: Apache-2.0
"""All points at once, one coefficient after the other; the sum in the order of the list."""
import sys

import numpy as np

COEFFICIENTS = [
    0.5, -1.25, 3.0, 0.75, -2.0, 1.5, 0.25, -0.125, 2.25, -3.5, 1.75, -0.5, 0.875, -2.5, 3.25,
    -1.75, 0.375, 2.0, -0.75, 1.25, -3.0, 0.625, 2.75, -1.5, 0.125, -2.25, 1.0, -0.875, 3.5, -1.0,
]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 8_000_000
    points = np.arange(count) / count * 2 - 1
    values = np.zeros(count)
    for c in COEFFICIENTS:
        values = values * points + c
    best = values.argmax()
    print(values[best].item(), points[best].item(), sum(values.tolist()))


if __name__ == "__main__":
    main()
