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


def both(one, other, n):
    row = one.execute("select v from t where n = ?", (n,)).fetchone()
    return row, other["base"].execute("select count(*) from t").fetchone()


build("one.db", [(n, "v%d" % n) for n in range(200)])
conn = sqlite3.connect("one.db")
held = {"base": conn}
print([both(conn, held, n) for n in range(size)])
