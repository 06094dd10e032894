# SPDX-License-Identifier: Apache-2.0
"""The same, compiled."""
import sys

import numba


@numba.njit(cache=True)
def longest(limit):
    best, most = 1, 0
    for start in range(1, limit):
        number, steps = start, 0
        while number != 1:
            number = number // 2 if number % 2 == 0 else 3 * number + 1
            steps += 1
        if steps > most:
            best, most = start, steps
    return best, most


def main():
    limit = int(sys.argv[1]) if len(sys.argv) > 1 else 1_100_000
    print(*longest(limit))


if __name__ == "__main__":
    main()
