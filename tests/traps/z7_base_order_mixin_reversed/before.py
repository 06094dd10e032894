import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Logging:
    def note(self, n):
        log.append(n)


class Plain:
    def note(self, n):
        pass


class Job(Plain, Logging):
    def run(self, n):
        self.note(n)
        return burn(n)


class Other(Logging, Plain):
    def run(self, n):
        self.note(n)
        return burn(n)


out = []
job = Other()
for n in range(int(sys.argv[1])):
    out.append(job.run(n))
print(out[-1], log)
