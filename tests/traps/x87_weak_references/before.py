import sys
import weakref

alive = weakref.WeakValueDictionary()


class Result:
    def __init__(self, value):
        self.value = value


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    result = Result(value)
    alive[n] = result
    return result


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
del results[::2]
result = None
print(len(alive), sorted(alive)[:3])
