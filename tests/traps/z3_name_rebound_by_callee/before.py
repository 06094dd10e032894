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


def choose():
    global offset
    if len(sys.argv) > 2:
        offset = Offset()


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
offset = 5
choose()
results = []
for n in range(size):
    results.append(burn(n) % 1000 + offset)
print(results, counted)
