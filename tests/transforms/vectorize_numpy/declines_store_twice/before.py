def last_column(xs, out, n):
    for i in range(n):
        for j in range(n):
            out[j] = xs[i] * 2.0


out = [0.0] * 3
last_column([0.5, 1.5, 2.5], out, 3)
print(out)
