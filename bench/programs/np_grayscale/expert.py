# SPDX-License-Identifier: Apache-2.0
"""All cells at once, in arrays of whole numbers."""
import sys

import numpy as np


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    i = np.arange(size)[:, None]
    j = np.arange(size + 80)
    red, green, blue = (i * 7 + j * 3) % 256, (i * 5 + j * 11) % 256, (i * j + 40) % 256
    shades = (299 * red + 587 * green + 114 * blue) // 1000
    bright = np.minimum(shades * 3 // 2, 255)
    print(shades[3][:8].tolist(), shades.sum())
    print(bright[3][:8].tolist(), bright.sum())


if __name__ == "__main__":
    main()
