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
conn = sqlite3.connect("one.db")


def main():
    found = []
    for row in conn.execute("select n from t where n < ?", (size,)).fetchall():
        found.append(conn.execute("select v from t where n = ?", (row[0],)).fetchone())
    return found


print(main())
