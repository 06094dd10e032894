import sys
from dataclasses import dataclass, field


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


SHARED = []


def shared():
    return SHARED


@dataclass
class Job:
    number: int
    results: list = field(default_factory=shared)


def run(n):
    job = Job(n)
    job.results.append(burn(n))
    return len(job.results)


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
lengths = []
for n in range(size):
    lengths.append(run(n))
print(lengths)
