import math


def walk(seed, steps, bound):
    x, peak, at = 0.0, 0.0, -1
    out, hits = [], []
    for step in range(steps):
        seed = (seed * 1103515245 + 12345) % 2147483648
        x += seed / 2147483648 - 0.5
        if x > peak:
            peak, at = x, step
        elif math.floor(x) == -2:
            hits.append(step)
        if x > bound or x < -bound:
            break
        if step % 3:
            continue
        out.append(math.sqrt(abs(x)))
    return seed, x, peak, at, out, hits


print(walk(42, 400, 3.0))
print(walk(7, 0, 3.0))
