import enum
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
asked = []


class Color(enum.Enum):
    RED = 1
    GREEN = 2

    @property
    def rank(self):
        asked.append(self.name)
        return len(asked)

    def __str__(self):
        asked.append(self.name)
        return f"{self.name} {len(asked)}"


def burn(n):
    return sum(k * n % 7 for k in range(2000))


def ranked(n):
    return burn(n), sorted(Color, key=lambda color: color.rank)


def named(n):
    return burn(n), list(map(str, Color))


for n in range(count):
    print(ranked(n))
print(len(asked))
for n in range(count):
    print(named(n))
print(len(asked))
