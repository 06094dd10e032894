import math
import numpy as np


def out_by_numpy(xs, out, k):
    """By arrays: a loop of curve(). False: not done, they would differ."""
    xs = np.fromiter(xs, float, len(xs))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        stop = len(xs)
        out_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            mask = xs[first:last] > -2.0
            number = np.exp(-k * xs[first:last])
            if np.any(mask & np.logical_not(np.isfinite(number))):
                return False
            number_2 = np.square(number - 0.5)
            if np.any(mask & np.logical_not(np.isfinite(number_2))):
                return False
            number_3 = np.log(xs[first:last] + 3)
            if np.any(mask & np.logical_not(np.isfinite(number_3))):
                return False
            out_1 = number_2 + np.arctan(xs[first:last]) * number_3
            others = np.logical_not(mask)
            number_4 = np.sqrt(np.abs(xs[first:last]))
            if np.any(others & np.logical_not(np.isfinite(number_4))):
                return False
            number_5 = np.float_power(xs[first:last] - 1, -3)
            if np.any(others & np.logical_not(np.isfinite(number_5))):
                return False
            out_1 = np.where(others, number_4 + number_5, out_1)
            out_values[first:last] = out_1
    out.extend(out_values.tolist())
    return True


def curve(xs, k):
    out = []
    if not out_by_numpy(xs, out, k):
        for x in xs:
            if x > -2.0:
                out.append((math.exp(-k * x) - 0.5) ** 2 + math.atan(x) * math.log(x + 3))
            else:
                out.append(abs(x) ** 0.5 + (x - 1) ** -3)
    return out


for xs in ([-4.0 + 0.01 * i for i in range(900)], [], [-800.0, 1.0], [-3.0, 0.25], [-1.0], [1.0, float("inf")]):
    for k in (0.7, -400.0):
        try:
            print([f"{y:.9g}" for y in curve(xs, k)])
        except OverflowError as error:
            print(error)
