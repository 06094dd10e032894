import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


def work(n):
    try:
        if n % 2:
            raise ValueError(log)
    except ValueError as error:
        error.args[0].append(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
