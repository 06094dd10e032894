import sys


class Temp:
    gone = 0

    def __init__(self, n):
        self.n = n

    def __del__(self):
        Temp.gone += self.n


def burn(n):
    temp = Temp(n)
    value = temp.n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = [burn(n) for n in range(size)]
print(results[:3], Temp.gone)
