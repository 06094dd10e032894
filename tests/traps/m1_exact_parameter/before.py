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


def opened(path, mode="v"):
    conn = sqlite3.connect(path)
    return conn


def found_in(conn, numbers):
    found = []
    for n in numbers:
        found.append(conn.execute("select v from t where n = ?", (n,)).fetchone())
    return found


def main():
    build("one.db", "a")
    path = "one.db"
    conn = opened(path)
    print(found_in(conn, range(size)))
    conn.close()


main()
