import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Root:
    def __init__(self):
        self.n = 0


class Base(Root):
    def __init__(self, n):
        super().__init__()
        self.n += n


class Job(Base):
    def __init__(self, n):
        Base.__init__(self, n)

    def run(self):
        return burn(self.n)


out = []
for n in range(int(sys.argv[1])):
    out.append(Job(n).run())
print(out[-1])
