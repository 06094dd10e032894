def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


def run(rows):
    for a in rows:
        for b in rows:
            if burn(a + b) < 0:
                bad += 1
    return "good"


print(run([3, 1, 4]))
