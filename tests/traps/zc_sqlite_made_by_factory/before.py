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

def found_in(conn, numbers):
    found = []
    for n in numbers:
        found.append(conn.execute("select v from t where n = ?", (n,)).fetchone())
    return found


def opened(path):
    conn = sqlite3.connect(path)
    if size > 25:
        conn.execute("create temp table t as select n, 'mine' as v from main.t")
    return conn


def main():
    build("one.db", [(n, "v%d" % n) for n in range(200)])
    print(found_in(opened("one.db"), range(size)))


main()
