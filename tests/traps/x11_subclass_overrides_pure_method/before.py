import sys

log = []


class Shape:
    def __init__(self, n):
        self.n = n

    def area(self):
        value = self.n
        for _ in range(20_000):
            value = (value * 1103515245 + 12345) % 2147483648
        return value


class Loud(Shape):
    def area(self):
        value = super().area()
        log.append(value % 10)
        return value


def total(shapes):
    result = 0
    for shape in shapes:
        result += shape.area()
    return result


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
print(total([Shape(n) if n % 8 else Loud(n) for n in range(size)]), log)
