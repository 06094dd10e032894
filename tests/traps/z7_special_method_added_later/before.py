import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Job:
    pass


def length(self):
    log.append("len")
    return 1


Job.__len__ = length
job = Job()


def work(n):
    return burn(n) + len(job)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
