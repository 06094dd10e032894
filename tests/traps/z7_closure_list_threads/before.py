import sys
import time


def make(start):
    seen = [start]

    def bump():
        size = len(seen)
        time.sleep(0.002)
        seen.append(size)
        return size

    return bump


def step(item):
    if callable(item):
        return item()
    time.sleep(0.001)
    return make(item)


def run(items):
    made = []
    for item in items:
        made.append(step(item))
    return made


first = run(list(range(3)))
print(run([first[0]] * int(sys.argv[1])))
