# SPDX-License-Identifier: Apache-2.0
"""Count the ways to place n queens; the squares of the first row in parallel."""
import sys
from concurrent.futures import ProcessPoolExecutor


def attacked(queens, column):
    row = len(queens)
    for other_row, other in enumerate(queens):
        if other == column or abs(other - column) == row - other_row:
            return True
    return False


def place(n, queens):
    """Ways to complete a board whose first rows hold these queens."""
    if len(queens) == n:
        return 1
    ways = 0
    for column in range(n):
        if not attacked(queens, column):
            ways += place(n, queens + [column])
    return ways


def place_first(n, column):
    return place(n, [column])


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    with ProcessPoolExecutor() as pool:
        solutions = sum(pool.map(place_first, [n] * n, range(n)))
    print(f"{n} queens: {solutions} solutions")


if __name__ == "__main__":
    main()
