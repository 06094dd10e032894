import sys


def expand(n):
    value = n
    for _ in range(20_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return [n // 2, n // 3] if n > 6 else []


size = int(sys.argv[1]) if len(sys.argv) > 1 else 60
queue = [size]
for n in queue:
    queue += expand(n)
print(queue)
