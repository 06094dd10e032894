import sys


def power_sums(n, base):
    total = 0
    term = 1
    for i in range(n):
        total += term
        term *= base
    return total, term


def factorials(n):
    out = []
    product = 1
    for i in range(1, n):
        product *= i
        out.append(product)
    return out


def doubled(xs):
    for i in range(1, len(xs)):
        xs[i] = xs[i - 1] + xs[i] - (xs[i - 1] << 3)
    return xs


n = int(sys.argv[1]) if len(sys.argv) > 1 else 20
print(power_sums(n, 3), power_sums(n, -7), power_sums(0, 2), power_sums(3, 2**60))
print(factorials(n))
print(doubled([1] * n), doubled([2**63 - 1, 1]), doubled([1, 2**64]), doubled([2**52, 2**53]))
