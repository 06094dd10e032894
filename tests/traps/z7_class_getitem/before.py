import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

asked = []


class Box:
    def __class_getitem__(cls, item):
        asked.append(item)
        return cls


def work(n):
    Box[n]
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], asked)
