import sys
import time


def burn(n):
    for _ in range(20_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


began = time.time()
size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
total = 0
for n in range(size):
    total += burn(n)
print("total", total)
print("took %.3f seconds" % (time.time() - began))
