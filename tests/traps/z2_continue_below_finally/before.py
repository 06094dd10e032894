import sys


def weigh(n):
    total = 0
    for k in range(3_000):
        total = (total * 31 + n * k) % 1_000_003
    return total


size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
tried, good = 0, []
for n in range(size):
    try:
        weight = weigh(n)
        if weight % 3 == 0:
            continue
        good.append(weight)
    finally:
        tried += 1
print(tried, good)
