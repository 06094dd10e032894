import sys
import threading
import time


def work(n):
    time.sleep(0.001)
    return n, threading.active_count()


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out)
