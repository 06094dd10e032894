import numpy as np


def out_by_numpy(n, a, b, out):
    """By arrays: a loop of blend(). False: not done, they would differ."""
    if n < 0 or len(a) < n or len(b) < n or len(out) < n or out is a:
        return False
    a = np.fromiter(a, float, len(a))
    b = np.fromiter(b, float, len(b))
    with np.errstate(over="ignore", invalid="ignore"):
        out_values = 0.75 * a[:n] + 0.25 * b[:n]
    out[:n] = out_values.tolist()
    return True


def blend(a, b, out, n):
    if not out_by_numpy(n, a, b, out):
        for i in range(n):
            out[i] = 0.75 * a[i] + 0.25 * b[i]


def main():
    a = [float(i) for i in range(40)]
    b = [1e308 * i for i in range(40)]
    out = [0.0] * 40
    blend(a, b, out, 40)
    print(out)
    blend(a, b, a, 10)
    print(a)
    blend(a, b, out, -1)
    try:
        blend(a, b, out, 41)
    except IndexError as error:
        print(error, out[39])


main()
