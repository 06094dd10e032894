# SPDX-License-Identifier: Apache-2.0
"""The same by outer(), sums in order by cumsum()."""
import sys

import numpy as np


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2600
    amounts = [k * 7919 % 10007 / 8 for k in range(count)]
    for year in range(1, 13):
        rates = [1.0 + k * (36 + year) % 101 / 1000 for k in range(count)]
        table = np.outer(rates, amounts)
        sums = np.cumsum(table, axis=1)[:, -1]
        i, j = divmod(int(table.argmax()), count)
        print(year, float(sums[0]), float(sums.max()), float(sums.min()), (float(table[i, j]), (i, j)))


if __name__ == "__main__":
    main()
