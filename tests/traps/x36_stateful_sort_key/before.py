import sys

calls = []


def key(pair):
    calls.append(pair[0])
    return (pair[1] + len(calls)) % 7


def burn(n):
    value = n
    for _ in range(10_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return sorted([(k, value >> k & 7) for k in range(5)], key=key)[0]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results, len(calls))
