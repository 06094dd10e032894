# SPDX-License-Identifier: Apache-2.0
"""The same, compiled."""
import sys

import numba


@numba.njit(cache=True)
def visits(rate, steps):
    x, near, total = 0.5, 0, 0.0
    for step in range(steps):
        x = rate * x * (1.0 - x)
        if step < 1000:
            continue
        total += x
        if x > 0.9:
            near += 1
    return near, total


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 15_000_000
    for rate in (3.57, 3.62, 3.7, 3.83, 3.9, 3.99, 4.0, 3.999, 3.95, 3.8):
        near, total = visits(rate, steps)
        print(f"{rate}: {near} of {steps}, mean {total / steps!r}")


if __name__ == "__main__":
    main()
