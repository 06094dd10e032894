import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

log = []


class Job:
    @property
    def cache(self):
        return 1

    @cache.deleter
    def cache(self):
        log.append("deleted")


def work(n):
    job = Job()
    del job.cache
    return burn(n)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out[-1], log)
