import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Plain:
    def note(self, n):
        pass


class Logging:
    def note(self, n):
        log.append(n)


class Job(Logging, Plain):
    def run(self, n):
        self.note(n)
        return burn(n)


class Other(Plain, Logging):
    def run(self, n):
        self.note(n)
        return burn(n)


job = Job()
other = Other()
out = []
for n in range(int(sys.argv[1])):
    out.append(job.run(n))
for n in range(int(sys.argv[1])):
    out.append(other.run(n))
print(out[-1], log)
