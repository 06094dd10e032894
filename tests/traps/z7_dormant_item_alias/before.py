import sys

def burn(value):
    for _ in range(2_000):
        value = (value * 1103515245 + 12345) % 2147483648
    return value

rows = [[n] for n in range(int(sys.argv[1]))]
if len(sys.argv) > 2:
    rows[3] = rows[5]


def work(row):
    row.append(burn(row[0]) % 10)
    return sum(row)


out = []
for row in rows:
    out.append(work(row))
print(out, rows)
