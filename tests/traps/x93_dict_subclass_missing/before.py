import sys
from collections import defaultdict

known = defaultdict(int, {0: 5})


def burn(n):
    value = n + known[n % 6]
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:2], dict(known))
