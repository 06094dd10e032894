import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Base:
    def note(self, n):
        log.append(n)


class Job(Base):
    def note(self, n):
        pass


def work(job, n):
    super(Job, job).note(n)
    return burn(n)


job = Job()
out = []
for n in range(int(sys.argv[1])):
    out.append(work(job, n))
print(out[-1], log)
