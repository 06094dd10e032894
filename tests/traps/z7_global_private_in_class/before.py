import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

_Job__seen = []
__seen = ()


class Job:
    def run(self, n):
        __seen.append(n)
        return burn(n)


job = Job()
out = []
for n in range(int(sys.argv[1])):
    out.append(job.run(n))
print(out[-1], _Job__seen)
