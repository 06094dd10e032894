# SPDX-License-Identifier: Apache-2.0
"""Heat in a plate by Jacobi sweeps: every cell from the last sweep's neighbours, two plates in turns."""
import sys


def make_plate(size):
    plate = [[0.0] * size for _ in range(size)]
    for k in range(size):
        plate[0][k] = 100.0
        plate[k][0] = 75.0 * k / size
    return plate


def sweep(old, new, size):
    for row in range(1, size - 1):
        for column in range(1, size - 1):
            new[row][column] = (
                old[row - 1][column] + old[row + 1][column] + old[row][column - 1] + old[row][column + 1]
            ) * 0.25


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 420
    plate, other = make_plate(size), make_plate(size)
    for step in range(1, 401):
        sweep(plate, other, size)
        plate, other = other, plate
        if step % 100 == 0:
            print(f"sweep {step:4d}: centre {plate[size // 2][size // 2]!r}")
    print(plate[1][1], plate[size - 2][3], sum(map(sum, plate)))


if __name__ == "__main__":
    main()
