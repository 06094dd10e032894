import numpy as np


def marks_by_numpy(values, marks, rates, taxed):
    """By arrays: a loop of bands(). False: not done, they would differ."""
    if (
        len(marks) < len(values)
        or len(rates) < len(values)
        or len(taxed) < len(values)
    ):
        return False
    values = np.fromiter(values, float, len(values))
    rates = np.fromiter(rates, float, len(rates))
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        stop = len(values)
        marks_values = np.empty(stop, dtype=int)
        taxed_values = np.empty(stop)
        for first in range(0, stop, 2**14):
            last = min(first + 2**14, stop)
            mask = values[first:last] > 30.0
            marks_3 = 2
            if np.any(mask & (rates[first:last] == 0)):
                return False
            taxed_4 = values[first:last] / rates[first:last]
            others = np.logical_not(mask)
            mask_2 = others & (values[first:last] > 10.0)
            marks_1 = True
            taxed_2 = values[first:last] * 0.5
            others_2 = others & np.logical_not(mask_2)
            marks_1 = marks_1 & np.logical_not(others_2)
            taxed_2 = (
                np.where(others_2, values[first:last]
                - rates[first:last], taxed_2)
            )
            marks_3 = np.where(others, marks_1.astype(int), marks_3)
            taxed_4 = np.where(others, taxed_2, taxed_4)
            marks_values[first:last] = marks_3
            taxed_values[first:last] = taxed_4
    marks[:len(values)] = marks_values.tolist()
    taxed[:len(values)] = taxed_values.tolist()
    return True


def bands(values, rates):
    marks = [0] * len(values)
    taxed = [0.0] * len(values)
    if not marks_by_numpy(values, marks, rates, taxed):
        for i in range(len(values)):
            if values[i] > 30.0:
                marks[i] = 2
                taxed[i] = values[i] / rates[i]
            elif values[i] > 10.0:
                marks[i] = 1
                taxed[i] = values[i] * 0.5
            else:
                marks[i] = 0
                taxed[i] = values[i] - rates[i]
    return marks, taxed


values = [k * 37 % 53 - 4.5 for k in range(12)]
print(bands(values, [k % 3 + 0.5 for k in range(12)]), bands([], []))
print(bands([1.0, 12.0], [0.0, 0.0]), bands([float("nan")], [1.0]))
try:
    bands([1.0, 31.0], [0.0, 0.0])
except ZeroDivisionError as error:
    print(error)
