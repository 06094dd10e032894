import os
import sqlite3
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20


def build(path, rows):
    if os.path.exists(path):
        os.remove(path)
    base = sqlite3.connect(path)
    base.execute("create table t (n integer, v text)")
    base.executemany("insert into t values (?, ?)", rows)
    base.commit()
    base.close()


def opened(path):
    as_rows = sqlite3.Row
    conn = sqlite3.connect(path)
    conn.row_factory = as_rows
    return conn


def value_of(conn, n):
    return conn.execute("select v from t where n = ?", (n,)).fetchone()


def found_in(conn, few):
    found = []
    for n in range(size):
        found.append((n % few, value_of(conn, n)[0]))
    return found


def main():
    build("one.db", [(n, "v%d" % n) for n in range(200)])
    conn = opened("one.db")
    print(found_in(conn, 7))
    conn.close()


main()
