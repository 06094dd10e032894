"""A folder in front of the others on sys.path has a module of the library's name."""
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "lib"))
import statistics as counted


def average(n):
    import statistics

    return statistics.mean([n, n * 2]) + sum(k % 7 for k in range(200))


def other(n):
    return counted.mean([n, n * 2]) + sum(k % 7 for k in range(200))


out = []
for n in range(int(sys.argv[1])):
    out.append(average(n))
print(out)
print([other(n) for n in range(int(sys.argv[1]))])
