# SPDX-License-Identifier: Apache-2.0
"""The plate as one array, two views in turns."""
import sys

import numpy as np


def make_plate(size):
    plate = np.zeros((size, size))
    plate[0, :] = 100.0
    plate[:, 0] = [75.0 * k / size for k in range(size)]
    return plate


def sweep(old, new):
    new[1:-1, 1:-1] = (old[:-2, 1:-1] + old[2:, 1:-1] + old[1:-1, :-2] + old[1:-1, 2:]) * 0.25


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 420
    plate, other = make_plate(size), make_plate(size)
    for step in range(1, 401):
        sweep(plate, other)
        plate, other = other, plate
        if step % 100 == 0:
            print(f"sweep {step:4d}: centre {plate[size // 2, size // 2].item()!r}")
    cells = plate.tolist()
    print(cells[1][1], cells[size - 2][3], sum(map(sum, cells)))


if __name__ == "__main__":
    main()
