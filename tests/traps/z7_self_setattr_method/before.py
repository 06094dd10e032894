import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Job:
    def __init__(self):
        self.count = 0

    def run(self, n):
        self.__setattr__("count", self.count + 1)
        return burn(n)


job = Job()
out = []
for n in range(int(sys.argv[1])):
    out.append(job.run(n))
print(out[-1], job.count)
