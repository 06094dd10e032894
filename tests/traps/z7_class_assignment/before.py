import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Quiet:
    def note(self, n):
        pass


class Loud(Quiet):
    def note(self, n):
        log.append(n)


job = Quiet()
if len(sys.argv) > 1:
    job.__class__ = Loud


def work(n):
    job.note(n)
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
