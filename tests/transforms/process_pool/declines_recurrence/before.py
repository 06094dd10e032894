def smooth(xs, n):
    for i in range(1, n):
        xs[i] = 0.5 * xs[i - 1] + xs[i]
    return xs


print(smooth([0.25, 1.5, 2.0], 3))
