import sys


def level(xs, start):
    total = start
    for x in xs:
        total = total + x
    return total


def counted(xs, limit):
    count = 0
    for x in xs:
        if x > limit:
            count += x
    return count


def flags(xs):
    odd = False
    for x in xs:
        odd = not odd if x else odd
    return odd


class Tagged(float):
    def __add__(self, other):
        return Tagged(float(self) - float(other))

    def __radd__(self, other):
        return Tagged(float(self) * float(other))

    def __repr__(self):
        return "Tagged(%r)" % float(self)


mode = sys.argv[1] if len(sys.argv) > 1 else "plain"
print(level([0.5, 1.5], 0.0), level([], 0.0), level([1.0], 0), level([1, 2], 0), level([], 0))
print(counted([1, 2, 3], 1), counted([True, 5], 0), counted([2.5, 1], 0.5), counted([], 1))
print(flags([True, False, True]))
if mode == "tagged":
    print(level([0.5, Tagged(2.0)], 0.0), level([1.0], Tagged(1.0)))
if mode == "mixed":
    print(level([1, 2.5, True], 0), level([True, True], False), counted([2**70, -1], 5))
