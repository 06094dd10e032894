# SPDX-License-Identifier: Apache-2.0
"""Heat that spreads along a rod: arrays of NumPy, cell by cell, two of them in turns."""
import sys

import numpy as np


def step(now, then, rate):
    for i in range(1, len(now) - 1):
        then[i] = now[i] + rate * (now[i - 1] - 2 * now[i] + now[i + 1])
    then[0] = then[1]
    then[-1] = then[-2]


def main():
    cells = int(sys.argv[1]) if len(sys.argv) > 1 else 40_000
    now = np.zeros(cells)
    now[cells // 4 : cells // 3] = 100.0
    then = now.copy()
    for _ in range(400):
        step(now, then, 0.23)
        now, then = then, now
    print(now.max(), now.argmax(), now[:: cells // 8].tolist())


if __name__ == "__main__":
    main()
