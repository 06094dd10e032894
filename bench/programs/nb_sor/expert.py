# SPDX-License-Identifier: Apache-2.0
"""The same, compiled, the plate an array."""
import sys

import numba
import numpy as np


def make_plate(size):
    plate = np.zeros((size, size))
    plate[0, :] = 100.0
    plate[:, 0] = 75.0 * np.arange(size) / size
    return plate


@numba.njit(cache=True)
def relax(plate, sweeps, omega):
    size = len(plate)
    change = 0.0
    for _ in range(sweeps):
        change = 0.0
        for row in range(1, size - 1):
            for column in range(1, size - 1):
                around = plate[row - 1, column] + plate[row + 1, column] + plate[row, column - 1] + plate[row, column + 1]
                step = omega * (around / 4.0 - plate[row, column])
                plate[row, column] += step
                change = max(change, abs(step))
        if change < 1e-4:
            break
    return change


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    plate = make_plate(size)
    for part in range(1, 11):
        change = relax(plate, 40, 1.8)
        print(f"after {part * 40}: largest change {change!r}, centre {plate[size // 2, size // 2].item()!r}")


if __name__ == "__main__":
    main()
