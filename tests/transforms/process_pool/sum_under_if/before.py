def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


penalty = 0
for n in range(12):
    if burn(n) % 2:
        penalty -= burn(n + 1) % 10
print(penalty)
