import sqlite3
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 30
base = sqlite3.connect(":memory:")
base.execute("create table t (n integer, v integer)")
base.executemany("insert into t values (?, ?)", [(n, n * n % 97) for n in range(500)])


def query(k):
    row = base.execute("select sum(v * ?) from t where n % ? = 0", (k, k % 7 + 1)).fetchone()
    return row[0]


totals = []
for k in range(size):
    totals.append(query(k))
print(totals)
