import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9


class Part:
    def __init__(self, n):
        self.n = n

    @property
    def level(self):
        return self.n + 1


class Whole:
    def __init__(self, n):
        self.part = Part(n)

    def __str__(self):
        return f"<{self.part.n}>"


def work(n):
    total = sum(k * n % 7 for k in range(2000))
    return "{} {:>8.1f} {{a.b}}".format(Whole(n), total)


out = []
for n in range(count):
    out.append(work(n))
print(out)
