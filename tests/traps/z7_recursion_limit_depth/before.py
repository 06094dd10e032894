import sys


def depth(n):
    try:
        return depth(n + 1)
    except RecursionError:
        return n


def work(n):
    return depth(0)


out = []
for n in range(int(sys.argv[1])):
    out.append(work(n))
print(len(set(out)), out[0])
