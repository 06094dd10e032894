# SPDX-License-Identifier: Apache-2.0
"""The same by cumsum() and maximum.accumulate()."""
import sys

import numpy as np


def main():
    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else 16_000_000
    used = np.abs(np.sin(np.arange(minutes) * 0.37)) * 0.25
    running = np.cumsum(used)
    levels = running % 97.0 + used * 10
    fallen = np.maximum.accumulate(levels) - levels
    print(running[-1], fallen.max(), fallen.argmax(), (fallen > 50).sum())


if __name__ == "__main__":
    main()
