import sys

total = 0.0
steps = 0


def gather(xs):
    global total, steps
    for x in xs:
        total = 0.5 * total + x
        steps += 1


def show():
    print(total, steps)


n = int(sys.argv[1]) if len(sys.argv) > 1 else 5
gather([float(i) for i in range(n)])
show()
gather([])
show()
level = 1.0
for i in range(n):
    level = level * 0.5 + i
print(level, i)
