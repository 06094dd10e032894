import csv
import io

TABLES = ["north,3\nsouth,4\n", "south,-2\neast,10\n", ""]


def rows_of(table):
    return csv.DictReader(io.StringIO(table), ["region", "amount"])


def burn(n):
    for _ in range(2_000):
        n = (n * 1103515245 + 12345) % 2147483648
    return n


totals = {}
for table in TABLES:
    for row in rows_of(table):
        totals[row["region"]] = totals.get(row["region"], 0) + burn(int(row["amount"]))
print(totals)
