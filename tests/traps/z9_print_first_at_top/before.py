import sys


def burn(n):
    value = n
    for _ in range(60):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
def work(n):
    burn(n)
    print("work", n)


cells = list(range(size))
for c in cells:
    work(c)
    print("after", c)
