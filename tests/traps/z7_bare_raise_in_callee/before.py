import sys
import time


def work(n):
    time.sleep(0.001)
    try:
        raise
    except ValueError:
        return n


out = []
try:
    int("x")
except ValueError:
    for n in range(int(sys.argv[1])):
        out.append(work(n))
print(out)
