def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def run(rows):
    first = second = []
    for a in rows:
        for b in rows:
            first.append(burn(a + b))
            second.append(b)
    return first


print(run([3, 1, 4]))
