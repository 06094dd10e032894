import sys


def work(n):
    return sum(k * n % 7 for k in range(2000))


i = float(sys.argv[1]) if len(sys.argv) > 1 else 0
out = []
while i < 9:
    out.append(work(i))
    i += 1
print(out)
