import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


def note(n):
    log.append(n)
    return int


out = []
for n in range(int(sys.argv[1])):
    value: note(n) = burn(n)
    out.append(value)
print(out[-1], log)
