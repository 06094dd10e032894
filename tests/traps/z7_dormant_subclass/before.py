import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Shape:
    def area(self, n):
        return burn(n)


class Logged(Shape):
    def area(self, n):
        log.append(n)
        return super().area(n)


shapes = [Shape()]
if len(sys.argv) > 2:
    shapes.append(Logged())
shape = shapes[-1]
out = []
for n in range(int(sys.argv[1])):
    out.append(shape.area(n))
print(out[-1], log)
