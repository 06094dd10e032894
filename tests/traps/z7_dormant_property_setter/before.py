import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Job:
    def __init__(self):
        self._level = 0

    @property
    def level(self):
        return self._level

    @level.setter
    def level(self, value):
        if value > 20:
            log.append(value)
        self._level = value


def work(n):
    job = Job()
    job.level = n
    return burn(job.level)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
