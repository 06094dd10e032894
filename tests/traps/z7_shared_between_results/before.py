import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

zero = [0]


def work(n):
    return [burn(n), zero]


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
out[0][1].append(1)
print(out)
