import numpy as np


def render(step, size):
    ys, xs = np.mgrid[0:size, 0:size]
    field = np.zeros((size, size))
    for wave in range(1, 40):
        field += np.sin(xs * 0.01 * wave + step) * np.cos(ys * 0.013 * wave - step) / wave
    return field


def extremes(step):
    field = render(step, 60)
    return step, field.min(axis=0), field.max(axis=0)


def main():
    trail = np.zeros(60)
    for step in range(60):
        number, low, high = extremes(step)
        trail = np.maximum(trail * 0.5, high) - low / (number + 1)
    print(trail.max())


main()
