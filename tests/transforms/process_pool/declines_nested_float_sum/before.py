def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def mean(rows):
    total = 0.0
    for a in rows:
        for b in rows:
            total += burn(a + b) / 7
    return total


print(mean([3, 1, 4]))
