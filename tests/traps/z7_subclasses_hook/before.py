import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Base:
    count = 0


class One(Base):
    count = 0


def work(n):
    for cls in Base.__subclasses__():
        cls.count += 1
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], One.count)
