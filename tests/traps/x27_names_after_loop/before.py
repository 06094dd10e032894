import sys

n = value = "before"


def burn(k):
    for _ in range(20_000):
        k = (k * 1103515245 + 12345) % 2147483648
    return k


size = int(sys.argv[1])
results = []
for n in range(size):
    value = burn(n)
    half = value // 2
    results.append(half)
print(n, value, results[-2:], "half" in globals())
