import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    class Failure(Exception):
        pass

    if n % 5 == 3:
        raise Failure(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    try:
        out.append(work(n))
    except Exception as error:
        out.append(type(error).__name__)
print(out)
