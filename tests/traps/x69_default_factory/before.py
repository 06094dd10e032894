import itertools
import sys
from dataclasses import dataclass, field

numbers = itertools.count(1)


@dataclass
class Job:
    n: int
    serial: int = field(default_factory=lambda: next(numbers))


def burn(n):
    job = Job(n)
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return job.serial, value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
results = []
for n in range(size):
    results.append(burn(n))
print(results[-2:], next(numbers))
