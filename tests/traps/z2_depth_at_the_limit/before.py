import sys


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def work(n):
    try:
        return depth(n)
    except ValueError:
        return -1


first = int(sys.argv[1]) if len(sys.argv) > 1 else 900
try:
    for n in range(first, 1_200):
        found = work(n)
        if found != n:
            break
except RecursionError:
    print("too deep", n)
print(n, found)
