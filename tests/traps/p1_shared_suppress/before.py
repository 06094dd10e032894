import contextlib
import sys

count = int(sys.argv[1]) if len(sys.argv) > 1 else 9
ignore = contextlib.suppress(ZeroDivisionError)


def work(n):
    with ignore:
        return 12 // (n % 3) + sum(k * n % 7 for k in range(2000))
    return None


out = []
for i in range(count):
    out.append(work(i))
print(out)
