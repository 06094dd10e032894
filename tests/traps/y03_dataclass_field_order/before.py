import sys
from dataclasses import dataclass, field


def burn(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value % 97


@dataclass
class Base:
    log: list
    number: int


@dataclass
class Job(Base):
    number: int = 0
    extra: list = field(default_factory=list)
    skipped: int = field(init=False, default=3)
    last: list = None


def run(n):
    job = Job([], n, [], LOG)
    job.extra.append(n)
    job.last.append(burn(n))
    return len(job.last) + job.skipped


LOG = []
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
lengths = []
for n in range(size):
    lengths.append(run(n))
print(lengths, len(LOG))
