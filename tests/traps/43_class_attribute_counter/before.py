import sys


class Job:
    created = 0

    def __init__(self, n):
        Job.created += 1
        self.serial = Job.created
        self.n = n

    def run(self):
        value = self.n
        for _ in range(20_000):
            value = (value * 1103515245 + 12345) % 2147483648
        return self.serial, value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(Job(n).run())
print(results[-2:], Job.created)
