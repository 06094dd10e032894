import contextlib
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
seen = []


@contextlib.contextmanager
def counted():
    seen.append(1)
    yield len(seen)


@counted()
def work(n):
    return sum(k * n % 7 for k in range(2000)), len(seen)


out = []
for n in range(count):
    out.append(work(n))
print(out, seen)
