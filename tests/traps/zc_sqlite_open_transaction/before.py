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
    build("one.db", [(n, "v%d" % n) for n in range(200)])
    with sqlite3.connect("one.db") as conn:
        conn.execute("delete from t where n > 150")
        rows = [conn.execute("select count(*) from t where n > ?", (n,)).fetchone() for n in range(0, 10 * size, 10)]
    print(rows)


main()
