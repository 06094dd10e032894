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


def opened():
    return sqlite3.connect(sys.argv[2] if len(sys.argv) > 2 else "one.db")


def opened_by(name):
    return sqlite3.connect(sys.argv[2])


def found_in(conn, numbers):
    found = []
    for n in numbers:
        found.append(conn.execute("select v from t where n = ?", (n,)).fetchone())
    return found


build("one.db", "a")
build("two.db", "b")
if len(sys.argv) < 3:
    sys.argv.extend(["20", "one.db"])
if size > 25:
    sys.argv.append("")
conn = opened_by("x")
sys.argv[2] = "two.db"
print(found_in(conn, range(size)))
