# SPDX-License-Identifier: Apache-2.0
"""The same, compiled, on arrays."""
import sys

import numba
import numpy as np


@numba.njit(cache=True)
def best_values(weights, values, capacity):
    best = np.zeros(capacity + 1, np.int64)
    for item in range(len(weights)):
        weight = weights[item]
        value = values[item]
        for room in range(capacity, weight - 1, -1):
            other = best[room - weight] + value
            if other > best[room]:
                best[room] = other
    return best


def main():
    capacity = int(sys.argv[1]) if len(sys.argv) > 1 else 550_000
    weights = np.array([k * 37 % 101 + 5 for k in range(200)])
    values = np.array([k * 53 % 97 + 1 for k in range(200)])
    best = best_values(weights, values, capacity).tolist()
    print(best[-1], best[capacity // 2], best[37], sum(best) % 1_000_003)


if __name__ == "__main__":
    main()
