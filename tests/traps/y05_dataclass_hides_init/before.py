import sys
from dataclasses import dataclass


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


class Base:
    def __init__(self, log):
        self.log = list(log)


@dataclass
class Job(Base):
    log: list


LOG = []


def run(n):
    job = Job(LOG)
    job.log.append(burn(n))
    return len(job.log)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
lengths = []
for n in range(size):
    lengths.append(run(n))
print(lengths)
