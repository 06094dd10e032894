import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
print("computing", size, "values")


def work(n):
    value = n
    for _ in range(40):
        value = (value * value + 1) % 10_007
    return value


values = []
for n in range(size):
    values.append(work(n))

print(values[:6])
print("sum", sum(values))
