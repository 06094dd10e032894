import functools
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

with open("scale.txt", "w") as file:
    file.write("3")


@functools.lru_cache(maxsize=None)
def offset(n):
    with open("scale.txt") as source:
        return burn(n) + int(source.read())


def work(n):
    return burn(n) + offset(n % 4)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
with open("scale.txt", "w") as file:
    file.write("5")
print(out[-1], offset(0))
