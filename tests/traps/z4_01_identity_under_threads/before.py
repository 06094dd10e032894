"""Workers that hand back the very objects that they were given."""
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 40
ROWS = [[n, n * n] for n in range(size)]


def chosen(row):
    total = 0
    for k in range(2_000):
        total += row[1] % (k + 1)
    return row if total % 2 else None


kept = []
for row in ROWS:
    kept.append(chosen(row))
for row in kept:
    if row is not None:
        row.append("kept")
print(repr(ROWS[:6]), sum(len(row) for row in ROWS))
