import os
import sqlite3
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def build(path, rows):
    if os.path.exists(path):
        os.remove(path)
    base = sqlite3.connect(path)
    base.execute("create table t (n integer, v text)")
    base.executemany("insert into t values (?, ?)", rows)
    base.commit()
    base.close()



build("one.db", [(n, "v%d" % n) for n in range(200)])
writer = sqlite3.connect("one.db", isolation_level=None)
print(writer.execute("pragma journal_mode = wal").fetchone())
conn = sqlite3.connect("one.db")
ahead = conn.execute("select n from t order by n")
print(ahead.fetchone())
if size > 25:
    writer.execute("delete from t where n >= 10")
found = []
for n in range(size):
    found.append(conn.execute("select count(*) from t where n >= ?", (n,)).fetchone())
print(found, ahead.fetchone())
