# SPDX-License-Identifier: Apache-2.0
"""Heat in a plate by Gauss-Seidel sweeps: every cell uses its updated neighbours."""
import sys


def make_plate(size):
    plate = [[0.0] * size for _ in range(size)]
    for k in range(size):
        plate[0][k] = 100.0
        plate[k][0] = 75.0 * k / size
    return plate


def relax_row(plate, row):
    above, here, below = plate[row - 1], plate[row], plate[row + 1]
    change = 0.0
    for column in range(1, len(here) - 1):
        value = (above[column] + below[column] + here[column - 1] + here[column + 1]) / 4
        change = max(change, abs(value - here[column]))
        here[column] = value
    return change


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 190
    plate = make_plate(size)
    for sweep in range(1, 401):
        change = 0.0
        for row in range(1, size - 1):
            change = max(change, relax_row(plate, row))
        if sweep % 50 == 0:
            print(f"sweep {sweep:4d}: largest change {change:.9f}")
        if change < 1e-4:
            break
    print(f"centre {plate[size // 2][size // 2]:.9f}")


if __name__ == "__main__":
    main()
