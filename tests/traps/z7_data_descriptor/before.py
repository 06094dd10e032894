import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Field:
    def __set__(self, instance, value):
        log.append(value)


class Job:
    size = Field()


job = Job()


def work(n):
    job.size = n
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
