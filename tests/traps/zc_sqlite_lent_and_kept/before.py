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


kept = []


def late():
    return found_in(kept[0], range(size))


def main():
    build("one.db", [(n, "v%d" % n) for n in range(200)])
    conn = sqlite3.connect("one.db")
    kept.append(conn)
    print(found_in(conn, range(5)))
    conn.close()


main()
try:
    print(late())
except sqlite3.ProgrammingError as error:
    print(error)
