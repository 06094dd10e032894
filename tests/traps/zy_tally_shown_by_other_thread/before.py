import sys
from collections import Counter, defaultdict

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5


def burn(n):
    for _ in range(300):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


import threading

counts = {}
go, done = threading.Event(), threading.Event()


def watch():
    go.wait()
    print(len(counts))
    done.set()


thread = threading.Thread(target=watch)
thread.start()
for i in range(size):
    for j in range(4):
        key = burn(i + j) % 3
        counts[key] = counts.get(key, 0) + 1
    if i == 2:
        go.set()
        done.wait()
go.set()
thread.join()
print(counts)
