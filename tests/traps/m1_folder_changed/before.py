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


def found_in(conn, numbers):
    if size > 25:
        os.chdir("sub")
    found = []
    for n in numbers:
        found.append(conn.execute("select v from t where n = ?", (n,)).fetchone())
    return found


os.makedirs("sub", exist_ok=True)
build("one.db", "a")
build("sub/one.db", "b")
conn = sqlite3.connect("one.db")
print(found_in(conn, range(size)))
