import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    if n % 5 == 3:
        try:
            int("x")
        except ValueError:
            raise KeyError(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    try:
        out.append(work(n))
    except KeyError as error:
        print(repr(error), repr(error.__context__))
print(out[-1])
