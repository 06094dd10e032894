import numpy as np


def render(step, size):
    ys, xs = np.mgrid[0:size, 0:size]
    field = np.zeros((size, size))
    for wave in range(1, 40):
        field += np.sin(xs * 0.01 * wave + step) * np.cos(ys * 0.013 * wave - step) / wave
    return field


def main():
    frames = []
    for step in range(60):
        frames.append(render(step * 0.1, 80))
    print(frames[3].sum())


main()
