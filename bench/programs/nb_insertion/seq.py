# SPDX-License-Identifier: Apache-2.0
"""Measurements sorted by insertion, and the inversions that this takes."""
import sys


def measurements(count):
    state, values = 4711, []
    for _ in range(count):
        state = (state * 1664525 + 1013904223) % 4294967296
        values.append(state / 4294967296)
    return values


def insertion_sort(values):
    moves = 0
    for i in range(1, len(values)):
        value = values[i]
        j = i - 1
        while j >= 0 and values[j] > value:
            values[j + 1] = values[j]
            j -= 1
            moves += 1
        values[j + 1] = value
    return moves


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 23000
    values = measurements(count)
    print(insertion_sort(values), values[:3], values[-1])


if __name__ == "__main__":
    main()
