"""What a loop appends of an array that the work gives is a number, or a row that shares its memory with another one."""
import sys

import numpy as np


def fit(place, heights, design):
    if place == 31:
        design = design * 0.0  # not to be solved
    return np.linalg.solve(design.T @ design, design.T @ heights), heights.T if place % 3 else heights.mean()


def main():
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    columns = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    days = np.arange(30.0)
    design = np.column_stack([np.ones(30), days, np.sin(days / 5)])
    shape = (size, 30, columns) if columns else (size, 30)
    heights = np.cos(np.arange(np.prod(shape)).reshape(shape) / 7)
    rising, firsts = [], []
    try:
        for place in range(size):
            coefficients, given = fit(place, heights[place], design)
            if np.sum(coefficients) > 0.0:
                rising.append((place, coefficients[1]))
                firsts.append((coefficients, given))
    except np.linalg.LinAlgError as error:
        print(place, repr(error))
    for number, (one, given) in enumerate(firsts):
        one[1] = 5.0
        if number % 2:
            given *= 2.0
    print(repr(rising))
    print(repr(heights.sum()), type(rising[0][1]))


if __name__ == "__main__":
    main()
