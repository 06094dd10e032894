import collections
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
known = collections.defaultdict(int)


def work(n):
    return sum(k * n % 7 for k in range(2000)), dict.__getitem__(known, "level")


out = []
for i in range(count):
    out.append(work(i))
print(out, dict(known))
