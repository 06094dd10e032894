import numpy as np


def other_places(marks, values):
    for i in range(len(values) - 1):
        if values[i] > 2.0:
            marks[i] = 1
        else:
            marks[i + 1] = 2
    return marks


def then_read(marks, values):
    for i in range(len(values)):
        if values[i] > 2.0:
            marks[i] = marks[i] + 1
        else:
            marks[i] = marks[i - 1] + 2
    return marks


def own_read(marks, values):
    for i in range(len(values)):
        if values[i] > 2.0:
            marks[i] = marks[i] + 1
        else:
            marks[i] = 5 - marks[i]
    return marks


def twice(marks, values):
    for i in range(len(values)):
        if values[i] > 2.0:
            marks[i] = 1
            marks[i] = 3
        else:
            marks[i] = 2
    return marks


def mixed(marks, values):
    for i in range(len(values)):
        if values[i] > 2.0:
            marks[i] = 1
        else:
            marks[i] = 0.5
    return marks


def nested(marks, values, limit):
    for i in range(len(values)):
        if values[i] > limit:
            if values[i] > 3.0:
                marks[i] = 7
            else:
                marks[i] = 8
    return marks


def divided(marks, values, by):
    for i in range(len(values)):
        if by[i] > 0.0:
            marks[i] = values[i] / by[i]
        else:
            marks[i] = values[i]
    return marks


values = [k * 7 % 5 * 1.0 for k in range(30)]
for f in (other_places, then_read, own_read, twice, mixed):
    print(f([4] * 30, values), f(list(range(30)), values[:3]), f([], []))
print(nested([4] * 30, values, 1.0), nested([1, 2], [5.0, 0.0], 2.0))
print(divided([0.0] * 30, values, [k % 3 * 1.0 for k in range(30)]), divided([0.0], [1.0], [float("nan")]))
try:
    own_read([1, 2], values)
except IndexError as error:
    print(error)


def cells(image, result, high, low):
    for y in range(image.shape[0]):
        for x in range(image.shape[1]):
            if image[y, x] > 3:
                result[y, x] = high
            else:
                result[y, x] = low
    return result


image = np.array([[(y * 3 + x) % 7 for x in range(4)] for y in range(3)])
print(cells(image, np.zeros((3, 4)), 255, 0).tolist(), cells(image, np.zeros((3, 4), dtype=int), 1, 0).tolist())
print(cells(image / 2, np.zeros((3, 4), dtype=int), 2.5, 1).tolist(), cells(image, np.zeros((3, 4)), 2**60 + 1, 0).tolist())
print(cells(image, image, 1, 9).tolist(), cells(image[:, ::-1], np.zeros((3, 4), dtype=np.uint8), 200, 100).tolist())
print(cells(image, np.zeros((3, 4), dtype=bool), 1, 0).tolist(), cells(image, np.zeros((3, 4), dtype="U3"), 1, 0).tolist())
try:
    cells(image, np.zeros((2, 4)), 1, 0)
except IndexError as error:
    print(error)
