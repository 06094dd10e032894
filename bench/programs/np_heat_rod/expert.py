# SPDX-License-Identifier: Apache-2.0
"""The same by slices."""
import sys

import numpy as np


def step(now, then, rate):
    then[1:-1] = now[1:-1] + rate * (now[:-2] - 2 * now[1:-1] + now[2:])
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
