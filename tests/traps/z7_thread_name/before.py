import sys
import threading
import time


def work(n):
    time.sleep(0.001)
    return n, threading.current_thread().name


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(out)
