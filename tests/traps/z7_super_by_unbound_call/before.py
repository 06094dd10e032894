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
        super().note(n)


job = Job()


def work(n):
    Job.note(job, n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
