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


def main():
    where = "file:shared?mode=memory&cache=shared"
    base = sqlite3.connect(where, uri=True)
    base.execute("create table t (n integer)")
    base.executemany("insert into t values (?)", [(n,) for n in range(100)])
    base.commit()
    conn = sqlite3.connect("file:shared?mode=memory&cache=shared", uri=True)
    base.execute("delete from t where n > 50")
    found = []
    try:
        for n in range(size):
            found.append(conn.execute("select count(*) from t where n < ?", (n,)).fetchone())
    except sqlite3.OperationalError as error:
        print(error)
    print(found)


main()
