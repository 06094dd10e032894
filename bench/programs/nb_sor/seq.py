# SPDX-License-Identifier: Apache-2.0
"""Heat in a plate by over-relaxation: every cell uses its updated neighbours."""
import sys


def make_plate(size):
    plate = [[0.0] * size for _ in range(size)]
    for k in range(size):
        plate[0][k] = 100.0
        plate[k][0] = 75.0 * k / size
    return plate


def relax(plate, sweeps, omega):
    size = len(plate)
    change = 0.0
    for _ in range(sweeps):
        change = 0.0
        for row in range(1, size - 1):
            for column in range(1, size - 1):
                around = plate[row - 1][column] + plate[row + 1][column] + plate[row][column - 1] + plate[row][column + 1]
                step = omega * (around / 4.0 - plate[row][column])
                plate[row][column] += step
                change = max(change, abs(step))
        if change < 1e-4:
            break
    return change


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    plate = make_plate(size)
    for part in range(1, 11):
        change = relax(plate, 40, 1.8)
        print(f"after {part * 40}: largest change {change!r}, centre {plate[size // 2][size // 2]!r}")


if __name__ == "__main__":
    main()
