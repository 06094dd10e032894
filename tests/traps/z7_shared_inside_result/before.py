import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


def work(n):
    row = [burn(n)]
    return [row, row]


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
out[0][0].append(1)
print(out)
