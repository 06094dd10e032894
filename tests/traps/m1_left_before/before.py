import os
import sqlite3
import sys
from contextlib import closing

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
        try:
            found.append(conn.execute("select v from t where n = ?", (n,)).fetchone())
        except sqlite3.ProgrammingError as error:
            found.append(str(error))
    return found


build("one.db", "a")
with closing(sqlite3.connect("one.db")) as conn:
    print(conn.execute("select 1").fetchone())
print(found_in(conn, range(size)))
