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


def main():
    build("one.db", [(n, "v%d" % n) for n in range(200)])
    with sqlite3.connect("one.db") as conn:
        print(found_in(conn, range(size)))
        print(found_in(conn, range(size, 3 * size, 2)))
    conn.close()


main()
