import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

made = []


class Meta(type):
    def __new__(mcs, name, bases, space):
        made.append(name)
        return super().__new__(mcs, name, bases, space)


def work(n):
    class Local(metaclass=Meta):
        pass

    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], len(made))
