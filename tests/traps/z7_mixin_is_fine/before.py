import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Base:
    def run(self, n):
        return burn(n)


class Twice:
    def run(self, n):
        return super().run(n) * 2


class Job(Twice, Base):
    pass


job = Job()
out = []
for n in range(int(sys.argv[1])):
    out.append(job.run(n))
print(out[-1])
