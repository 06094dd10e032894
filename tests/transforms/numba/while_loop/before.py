def collatz(n, most):
    steps, peak = 0, n
    while n != 1 and steps < most:
        if n % 2:
            n = 3 * n + 1
        else:
            n //= 2
        peak = max(peak, n)
        steps += 1
    return steps, peak


print(collatz(27, 1000), collatz(1, 5), collatz(2**60 + 1, 300))


def settled(xs, limit):
    i = 0
    while i < len(xs) and abs(xs[i]) > limit:
        xs[i] *= 0.5
        if abs(xs[i]) <= limit:
            i += 1
    return i, xs


print(settled([5.0, -3.0, 0.25, 9.0], 0.5), settled([], 0.5))
