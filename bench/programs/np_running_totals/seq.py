# SPDX-License-Identifier: Apache-2.0
"""A meter that is read every minute: what was used until then, and how far the level has fallen from its highest."""
import sys

import numpy as np


def totals(used):
    running = np.zeros(len(used))
    running[0] = used[0]
    for i in range(1, len(used)):
        running[i] = running[i - 1] + used[i]
    return running


def falls(levels):
    highest = levels[0]
    found = np.zeros(len(levels))
    for i in range(len(levels)):
        if levels[i] > highest:
            highest = levels[i]
        found[i] = highest - levels[i]
    return found


def main():
    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else 16_000_000
    used = np.abs(np.sin(np.arange(minutes) * 0.37)) * 0.25
    running = totals(used)
    levels = running % 97.0 + used * 10
    fallen = falls(levels)
    print(running[-1], fallen.max(), fallen.argmax(), (fallen > 50).sum())


if __name__ == "__main__":
    main()
