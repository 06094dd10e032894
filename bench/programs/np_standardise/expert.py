# SPDX-License-Identifier: Apache-2.0
"""Whole columns; sums row by row, in the order of the loop."""
import sys

import numpy as np


def table(rows, columns):
    j = np.arange(columns)
    return (np.arange(rows)[:, None] * 37 + j * 101) % 1009 / 7.0 + j


def standardise(rows):
    count = len(rows)
    means = np.add.accumulate(rows, axis=0)[-1] / count
    apart = rows - means
    deviations = np.sqrt(np.add.accumulate(apart * apart, axis=0)[-1] / count)
    return apart / deviations


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 700_000
    scaled = standardise(table(count, 12))
    print(scaled[0][:3].tolist(), scaled[-1][-1].item(), int((np.abs(scaled) > 1.5).sum()))


if __name__ == "__main__":
    main()
