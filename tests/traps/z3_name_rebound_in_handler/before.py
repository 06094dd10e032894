import sys

counted = [0]

def burn(n):
    value = n
    for _ in range(4000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Offset:
    def __radd__(self, other):
        counted[0] += 1
        return other + counted[0]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
offset = 5
try:
    offset = int(sys.argv[2]) if len(sys.argv) > 2 else 7
except ValueError:
    offset = Offset()
results = [burn(n) % 1000 + offset for n in range(size)]
print(results, counted)
