import sys


def burn(text):
    value = int(text)
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 50
results = []
for n in range(size):
    text = "n/a" if n % 7 == 3 else str(n)
    if not text.isdigit():
        continue
    value = burn(text)
    results.append(value)
print(results[:3], len(results))
