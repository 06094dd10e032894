import numpy as np


def render(step, size):
    ys, xs = np.mgrid[0:size, 0:size]
    field = np.zeros((size, size))
    for wave in range(1, 40):
        field += np.sin(xs * 0.01 * wave + step) * np.cos(ys * 0.013 * wave - step) / wave
    return field


def main():
    trail = np.zeros((80, 80))
    for step in range(60):
        frame = render(step * 0.2, 80)
        trail = trail * 0.5 + frame
        print(f"{trail.max():.6f}")


main()
