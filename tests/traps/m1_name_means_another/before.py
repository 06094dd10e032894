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


PATH = "one.db"


def opened():
    return sqlite3.connect(PATH)


def found_in(conn, PATH, numbers):
    found = []
    for n in numbers:
        found.append((PATH, conn.execute("select v from t where n = ?", (n,)).fetchone()))
    return found


build("one.db", "a")
build("two.db", "b")
conn = opened()
print(found_in(conn, "two.db", range(size)))
