import numpy as np


def render(step, size):
    ys, xs = np.mgrid[0:size, 0:size]
    field = np.zeros((size, size))
    for wave in range(1, 40):
        field += np.sin(xs * 0.01 * wave + step) * np.cos(ys * 0.013 * wave - step) / wave
    return field


def row(step):
    if step % 7 == 0:
        return None
    return render(step, 50)[0]


def main():
    rows = [row(step) for step in range(60)]
    print(rows[1][:3])


main()
