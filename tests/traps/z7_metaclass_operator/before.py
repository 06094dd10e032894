import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

asked = []


class Meta(type):
    def __add__(cls, other):
        asked.append(other)
        return other

    def __str__(cls):
        asked.append("str")
        return "Box"

    def __eq__(cls, other):
        asked.append("eq")
        return False

    def __hash__(cls):
        return 1

    def __len__(cls):
        asked.append("len")
        return 1


class Box(metaclass=Meta):
    pass


def work(n):
    Box + n
    return burn(n)


def work2(n):
    str(Box)
    return burn(n)


def work3(n):
    Box == n
    return burn(n)


def work4(n):
    if Box:
        return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
for n in range(int(sys.argv[1])):
    out.append(work2(n))
for n in range(int(sys.argv[1])):
    out.append(work3(n))
for n in range(int(sys.argv[1])):
    out.append(work4(n))
print(out[-1], asked)
