import sqlite3

conn = sqlite3.connect("open.db")
conn.execute("create table t (n integer)")
conn.executemany("insert into t values (?)", [(n,) for n in range(50)])
found = []
for n in range(20):
    found.append(conn.execute("select count(*) from t where n > ?", (n,)).fetchone())
print(found)
