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
    conn = sqlite3.connect("one.db")
    cur = conn.cursor()
    found = []
    for n in range(size):
        values = (n, n) if n % 5 == 4 else (n,)
        try:
            cur.execute("select v from t where n >= ? order by n", values)
        except sqlite3.ProgrammingError:
            pass
        found.append(cur.fetchone())
    print(found)


main()
