import numpy as np


def found_by_numpy(xs, last, found):
    """By arrays: a loop of steps()."""
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(over="ignore", invalid="ignore"):
        last_left = np.append(last, xs)
        last_before_1 = last_left[:-1]
        last = last_left[-1].item()
        found_values = xs - last_before_1
    found.extend(found_values.tolist())
    return last


def steps(xs, last):
    found = []
    last = found_by_numpy(xs, last, found)
    return found, last


def main():
    xs = [0.5 * (i % 17) - 3.0 for i in range(40)]
    print(steps(xs, 0.25))
    print(steps([], 0.25), steps([-0.0], 0.25), steps([float("nan"), 1.0], 0.5))


main()
