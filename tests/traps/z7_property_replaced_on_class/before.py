import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Job:
    size = 1


def size(self):
    log.append("asked")
    return 2


Job.size = property(size)
job = Job()


def work(n):
    return burn(n) + job.size


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
