import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Quiet:
    def note(self, n):
        pass


class Loud:
    def note(self, n):
        log.append(n)


class Job(Loud if len(sys.argv) > 2 else Quiet):
    def run(self, n):
        self.note(n)
        return burn(n)


job = Job()
out = []
for n in range(int(sys.argv[1])):
    out.append(job.run(n))
print(out[-1], log)
