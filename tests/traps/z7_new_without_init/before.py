import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Job:
    pass


def work(n):
    job = Job.__new__(Job)
    job.log = log
    job.log.append(n)
    return burn(n)


def work2(n):
    job = object.__new__(Job)
    job.log = log
    job.log.append(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
for n in range(int(sys.argv[1])):
    out.append(work2(n))
print(out[-1], log)
