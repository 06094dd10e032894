import sys


def halvings(n):
    count = 0
    for _ in range(5_000):
        count = (count * 31 + n) % 1_000_003
    while n != 0:
        n -= 2
        count += 1
    return count


last = int(sys.argv[1]) if len(sys.argv) > 1 else 40
counts = []
for n in list(range(0, 80, 2)) + [last, last + 1, -2, 10**12, 12]:
    counts.append(halvings(n))
    if n == last:
        break
print(n, repr(counts[-3:]), len(counts))
