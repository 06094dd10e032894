import enum
import sys


def burn(n):
    for _ in [0] * 20_000:
        n = (n * 1103515245 + 12345) % 2147483648
    return n % 1000


def risky(n):
    value = burn(n)
    if n == BAD:
        raise ValueError(n)
    return value


SIZE = int(sys.argv[1]) if len(sys.argv) > 1 else 40
BAD = SIZE + 60 if SIZE < 45 else 20

LOG = []


class Grade(enum.Enum):
    LOW = 0
    HIGH = 1

    @classmethod
    def _missing_(cls, value):
        LOG.append(value)
        return cls.LOW


def grade(n):
    return burn(n) % 7, Grade(n // 20)


print([grade(n) for n in range(SIZE)][:3])
print(LOG)
