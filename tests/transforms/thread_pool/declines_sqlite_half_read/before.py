import sqlite3

with sqlite3.connect("rows.db") as base:
    base.execute("create table t (n integer)")
    base.executemany("insert into t values (?)", [(n,) for n in range(50)])
base.close()

conn = sqlite3.connect("rows.db")
cur = conn.cursor()
cur.execute("select n from t order by n")
found = []
for _ in range(20):
    found.append(cur.fetchone())
print(found)
