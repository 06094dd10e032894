import sys
import types

board = types.SimpleNamespace(a=0, b=0, c=0)


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    name = "abc"[value % 3]
    setattr(board, name, getattr(board, name) + 1)
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(results[:2], board)
