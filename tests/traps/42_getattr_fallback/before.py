import sys


class Lazy:
    def __getattr__(self, name):
        value = len(self.__dict__) * 10 + len(name)
        setattr(self, name, value)
        return value


lazy = Lazy()


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return (lazy.alpha, lazy.be)[n % 2] + value % 10


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(1, size):
    results.append(burn(n))
print(results, sorted(vars(lazy).items()))
