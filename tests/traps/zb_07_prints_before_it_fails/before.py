import sys


def burn(value):
    for _ in range(1500):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def risky(i):
    value = burn(i)
    if i in bads:
        raise ValueError("bad", i)
    return value


n = int(sys.argv[1])
bads = set(map(int, sys.argv[2:]))


def loud(i):
    print("work", i)
    return risky(i)


for i in range(n):
    try:
        a = burn(i)
        b = loud(i)
        print("end", a + b)
    except ValueError as error:
        print("bad", error)
