import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Jobs:
    def __init__(self, n):
        self.size = n

    @property
    def __items(self):
        log.append("asked")
        return list(range(self.size))

    def run(self):
        out = []
        for n in self.__items:
            out.append(burn(n))
        return out


print(Jobs(int(sys.argv[1])).run()[-1], log)
