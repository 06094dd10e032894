import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Plugin:
    count = 0

    def __init_subclass__(cls, **kwargs):
        Plugin.count += 1
        super().__init_subclass__(**kwargs)


def work(n):
    class Local(Plugin):
        pass

    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], Plugin.count)
