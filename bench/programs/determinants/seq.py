# SPDX-License-Identifier: Apache-2.0
"""Exact determinants of many integer matrices (Bareiss), with some statistics."""
import sys


def make_matrix(seed, size):
    state = seed * 7919 + 1
    rows = []
    for _ in range(size):
        row = []
        for _ in range(size):
            state = (state * 1103515245 + 12345) % 2147483648
            row.append((state >> 12) % 19 - 9)
        rows.append(row)
    return rows


def determinant(matrix):
    m = [row[:] for row in matrix]
    n = len(m)
    sign, previous = 1, 1
    for k in range(n - 1):
        if m[k][k] == 0:
            for i in range(k + 1, n):
                if m[i][k] != 0:
                    m[k], m[i] = m[i], m[k]
                    sign = -sign
                    break
            else:
                return 0
        for i in range(k + 1, n):
            for j in range(k + 1, n):
                m[i][j] = (m[i][j] * m[k][k] - m[i][k] * m[k][j]) // previous
        previous = m[k][k]
    return sign * m[-1][-1]


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_400
    size = 28
    digits = []
    negative = 0
    largest = 0
    for seed in range(count):
        matrix = make_matrix(seed, size)
        value = determinant(matrix)
        trace = sum(matrix[i][i] for i in range(size))
        digits.append(len(str(abs(value))))
        if value < 0:
            negative += 1
        largest = max(largest, abs(value) // (abs(trace) + 1))
    print(f"{count} determinants, {negative} negative")
    print(f"digits from {min(digits)} to {max(digits)}, sum {sum(digits)}")
    print(f"largest quotient {largest}")


if __name__ == "__main__":
    main()
