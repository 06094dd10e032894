import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

notes = []


def work(n):
    if n % 5 == 3:
        raise ValueError(notes)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    try:
        out.append(work(n))
    except ValueError as error:
        error.args[0].append(n)
print(out[-1], notes)
