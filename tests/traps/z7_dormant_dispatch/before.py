import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


def quiet(n):
    pass


def loud(n):
    log.append(n)


handlers = {"quiet": quiet, "loud": loud}
handler = handlers[sys.argv[2] if len(sys.argv) > 2 else "quiet"]


def work(n):
    handler(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
