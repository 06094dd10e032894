import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

names = []


class Field:
    def __set_name__(self, owner, name):
        names.append(name)


def work(n):
    class Local:
        x = Field()

    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], len(names))
