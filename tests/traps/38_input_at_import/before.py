size = int(input())
step = int(input("step? "))


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + step) % 2147483648
    return n


results = []
for n in range(size):
    results.append(burn(n))
print(results[:3], sum(results))
