import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Model:
    def __init__(self):
        self.best = None

    def score(self, n):
        value = burn(n + (self.best or 0))
        if n > 20:
            self.best = n
        return value


model = Model()
out = []
for n in range(int(sys.argv[1])):
    out.append(model.score(n))
print(out[-1], model.best)
