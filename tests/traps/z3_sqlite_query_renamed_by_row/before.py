import os
import sqlite3
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def build(path, shift):
    if os.path.exists(path):
        os.remove(path)
    base = sqlite3.connect(path)
    base.execute("create table t (n integer, v text)")
    base.executemany("insert into t values (?, ?)", [(n, "v%d" % (n + shift)) for n in range(200)])
    base.commit()
    base.close()


def as_list(cursor, row):
    if size > 25 and os.path.exists("two.db"):
        os.replace("two.db", "one.db")
    return list(row)


build("one.db", 0)
build("two.db", 1000)
conn = sqlite3.connect("one.db")
conn.row_factory = as_list
cur = conn.cursor()
cur.execute("select n from t where n < 3")
first = cur.fetchall()
found = []
for n in range(size):
    cur.execute("select v from t where n = ?", (n,))
    found.append(cur.fetchone())
print(first, found)
