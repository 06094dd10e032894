"""Count the divisors of a few numbers."""
import sys

# Shown first.
print("counting divisors")

limit = int(sys.argv[1]) if len(sys.argv) > 1 else 40
STEP = 1
text = """two
lines"""


def divisors(n):
    return sum(1 for d in range(1, n + 1, STEP) if n % d == 0 and d <= limit)


counts = []
for n in range(1, 60):
    counts.append(divisors(n))

if counts:
    print(counts, text)
