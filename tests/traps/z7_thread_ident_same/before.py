import sys
import threading
import time

here = threading.get_ident()


def work(n):
    time.sleep(0.001)
    return n, threading.get_ident() == here


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out)
