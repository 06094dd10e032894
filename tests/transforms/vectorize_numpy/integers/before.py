def keys(xs, n, salt):
    out = []
    for i in range(n):
        out.append((xs[i] * 31 + i) % 1009 + salt // 7)
    return out


print(keys([i * 37 - 90 for i in range(40)], 40, 99))
print(keys([2**70, -(2**70)], 2, -1), keys([1], 1, 2**80))
