def burn(k):
    for _ in range(20_000):
        k = (k * 1103515245 + 12345) % 2147483648
    return k
