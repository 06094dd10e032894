import csv
import io
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 5
csv.register_dialect("excel", quoting=csv.QUOTE_NONNUMERIC)
totals = {}
for i in range(size):
    for row in csv.DictReader(io.StringIO('"a","b"\n1e16,0.1\n1,0.3\n-1e16,0.7\n' * 3)):
        for _ in range(300):
            i = (i * 1103515245 + 12345) % 2147483648
        if row["a"] != "a":
            totals["x"] = totals.get("x", 0) + row["a"]
            totals["y"] = totals.get("y", 0) + row["b"]
print(totals)
