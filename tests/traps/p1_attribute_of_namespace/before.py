import sys
from types import SimpleNamespace

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
options = SimpleNamespace(level="low")


def work(n):
    return sum(k * n % 7 for k in range(2000)), options.level


out = []
for i in range(count):
    out.append(work(i))
    options.level = "high"
print(out)
