# SPDX-License-Identifier: Apache-2.0
"""Columns of a table standardised, and how many cells lie far from the mean of theirs."""
import math
import sys


def table(rows, columns):
    return [[(i * 37 + j * 101) % 1009 / 7.0 + j for j in range(columns)] for i in range(rows)]


def standardise(rows, columns):
    count = len(rows)
    means, deviations = [], []
    for j in range(columns):
        total = 0.0
        for i in range(count):
            total += rows[i][j]
        mean = total / count
        squares = 0.0
        for i in range(count):
            squares += (rows[i][j] - mean) * (rows[i][j] - mean)
        means.append(mean)
        deviations.append(math.sqrt(squares / count))
    scaled = []
    for i in range(count):
        row = []
        for j in range(columns):
            row.append((rows[i][j] - means[j]) / deviations[j])
        scaled.append(row)
    return scaled


def far(scaled, columns, limit):
    count = 0
    for i in range(len(scaled)):
        for j in range(columns):
            if abs(scaled[i][j]) > limit:
                count += 1
    return count


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 700_000
    rows = table(count, 12)
    scaled = standardise(rows, 12)
    print(scaled[0][:3], scaled[-1][-1], far(scaled, 12, 1.5))


if __name__ == "__main__":
    main()
