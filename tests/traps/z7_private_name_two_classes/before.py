import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Base:
    def run(self, n):
        self.__note(n)
        return burn(n)

    def __note(self, n):
        log.append(n)


class Quiet(Base):
    def __note(self, n):
        pass


job = Quiet()
out = []
for n in range(int(sys.argv[1])):
    out.append(job.run(n))
print(out[-1], log)
