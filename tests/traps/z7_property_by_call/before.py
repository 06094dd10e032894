import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value


class Job:
    def __init__(self):
        self.asked = 0

    def get(self):
        self.asked += 1
        return 1

    value = property(get)


job = Job()


def work(n):
    return burn(n) + job.value


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], job.asked)
