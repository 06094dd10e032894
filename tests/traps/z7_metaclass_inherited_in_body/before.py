import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

made = []


class Meta(type):
    def __init__(cls, name, bases, space):
        made.append(name)
        super().__init__(name, bases, space)


class Base(metaclass=Meta):
    pass


def work(n):
    class Local(Base):
        pass

    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], len(made))
