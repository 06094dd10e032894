import sys

LOG = []


def work(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    match (1, LOG):
        case (1, *rest):
            rest[0].append(n)
            return value


size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
results = []
for n in range(size):
    results.append(work(n))
print(results[-2:], LOG)
