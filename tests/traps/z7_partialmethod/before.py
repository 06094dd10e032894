import functools
import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Job:
    def __init__(self):
        self.seen = []

    def note(self, kind, n):
        self.seen.append((kind, n))

    error = functools.partialmethod(note, "error")


job = Job()


def work(n):
    job.error(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], job.seen)
