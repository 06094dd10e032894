import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


def work(n, note=None):
    if note:
        note(n)
    return burn(n)


work.__defaults__ = (log.append,)
out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
