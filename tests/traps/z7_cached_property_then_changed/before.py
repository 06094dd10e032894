import functools
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Model:
    def __init__(self):
        self.scale = 3

    @functools.cached_property
    def offset(self):
        return self.scale * 10


model = Model()


def work(n):
    return burn(n) + model.offset


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
model.scale = 5
print(out[-1], model.offset)
