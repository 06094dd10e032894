import numpy as np


def fit(heights, design):
    weights = np.ones(len(heights))
    for _ in range(3):
        weighted = design * weights[:, None]
        coefficients = np.linalg.solve(weighted.T @ design, weighted.T @ heights)
        rest = np.abs(heights - design @ coefficients)
        weights = 1.0 / (1.0 + rest)
    return coefficients, rest.mean()


def main():
    days = np.arange(30.0)
    design = np.column_stack([np.ones(30), days, np.sin(days / 5)])
    heights = np.cos(np.outer(np.arange(40.0), days) / 7) + days / 10
    rising = []
    for place in range(40):
        # A number that is added may be an array for all that is known.
        coefficients, rest = fit(heights[place], design)
        if coefficients[1] > 0.1:
            rising.append((place, coefficients[1], rest))
    for one in rising:
        print(one)


if __name__ == "__main__":
    main()
