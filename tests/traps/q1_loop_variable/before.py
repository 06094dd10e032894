import sys


def wander(n):
    i = -7
    total = 0
    for i in range(n):
        for j in range(i, n, 2):
            total += i * j
            i += 1
        if total > 1000:
            break
    return i, total


def down(n):
    seen = []
    k = n
    for k in range(n, -n, -3):
        seen.append(k)
    return k, seen


def no_step(step):
    total = 0
    for i in range(0, 10, step):
        total += i
    return total


n = int(sys.argv[1]) if len(sys.argv) > 1 else 12
print(wander(n), wander(0), wander(-5), down(n), down(0))
for step in (1, 3, -1):
    print(no_step(step))
try:
    no_step(0)
except ValueError as error:
    print(error)
