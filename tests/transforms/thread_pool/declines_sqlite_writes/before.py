import sqlite3

conn = sqlite3.connect(":memory:")
conn.execute("create table t (n integer)")
for n in range(20):
    conn.execute("insert into t values (?)", (n,))
print(conn.execute("select sum(n) from t").fetchone())
