import os
import sqlite3
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def build(path, mark):
    if os.path.exists(path):
        os.remove(path)
    base = sqlite3.connect(path)
    base.execute("create table t (n integer, v text)")
    base.executemany("insert into t values (?, ?)", [(n, mark + str(n)) for n in range(200)])
    base.commit()
    base.close()


build("one.db", "a")
build("two.db", "b")
conn = sqlite3.connect("one.db")


def get(n):
    return conn.execute("select v from t where n = ?", (n,)).fetchone()


def both(n, conn):
    return get(n), conn.execute("select v from t where n = ?", (n,)).fetchone()


found = []
second = sqlite3.connect("two.db") if size > 25 else conn
for n in range(size):
    found.append(both(n, second))
print(found)
