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
    found = []
    for n in numbers:
        found.append(conn.execute("select v from t where n = ?", (n,)).fetchone())
    return found


kept = []


def main():
    conn = sqlite3.connect("one.db")
    kept.append(conn)
    print(found_in(kept[0], range(size)))


build("one.db", "a")
build("two.db", "b")
for turn in range(2 if size > 25 else 1):
    main()
    os.replace("two.db", "one.db")
