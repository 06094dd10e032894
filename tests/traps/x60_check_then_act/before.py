import sys
import time

cache = {}
loads = []


def fetch(name):
    if name not in cache:
        time.sleep(0.003)
        loads.append(name)
        cache[name] = len(loads)
    return cache[name]


size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
names = [f"host{n % 20}" for n in range(size)]
results = [fetch(name) for name in names]
print(results, len(loads))
