import argparse
import sys
from types import SimpleNamespace

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
plain = SimpleNamespace(level=1)
options = argparse.Namespace(level=1)


def burn(n):
    return sum(k * n % 7 for k in range(2000))


def work(n):
    return burn(n), plain.level


def other(n):
    return burn(n), options.level


for n in range(count):
    print(work(n))
    plain.__setattr__("level", n)
for n in range(count):
    print(other(n))
    options.__dict__.update(level=n)
