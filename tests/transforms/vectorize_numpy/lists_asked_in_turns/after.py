import numpy as np


def new_by_numpy(width, now, new):
    """By arrays: a loop of step(). False: not done, they would differ."""
    if width - 1 < 1 or len(new) < width - 1 or len(now) < width or new is now:
        return False
    now = np.fromiter(now, float, len(now))
    with np.errstate(over="ignore", invalid="ignore"):
        stop = width - 1
        new_values = np.empty(stop - 1)
        for first in range(1, stop, 2**14):
            last = min(first + 2**14, stop)
            new_values[first - 1:last - 1] = 0.5 * (now[first - 1:last - 1] + now[first + 1:last + 1])
    new[1:width - 1] = new_values.tolist()
    return True


def step(now, new, width):
    if not new_by_numpy(width, now, new):
        for i in range(1, width - 1):
            new[i] = 0.5 * (now[i - 1] + now[i + 1])


def run(now, new, width, steps):
    for turn in range(steps):
        step(now, new, width)
        now, new = new, now
        if now[1] > turn:
            print(turn, now[1])
    return now


print(run([float(i * i) for i in range(9)], [1.0] * 9, 9, 12))
