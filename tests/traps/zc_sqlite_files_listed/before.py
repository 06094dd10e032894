import os
import sqlite3
import sys

size = int(sys.argv[1]) if len(sys.argv) > 1 else 20
flag = len(sys.argv) > 2


def build(path, rows):
    if os.path.exists(path):
        os.remove(path)
    base = sqlite3.connect(path)
    base.execute("create table t (n integer, v text)")
    base.executemany("insert into t values (?, ?)", rows)
    base.commit()
    base.close()


build("one.db", [(n, "v%d" % (n * n % 17)) for n in range(200)])
build("two.db", [(n, "w%d" % (n * n % 13)) for n in range(200)])
setup = sqlite3.connect("one.db")
setup.execute("pragma journal_mode=wal")
setup.close()
conn = sqlite3.connect("one.db")
found = []
for n in range(size):
    found.append(conn.execute("select v from t where n = ?", (n,)).fetchone())
print(found)
print(sorted(os.listdir(".")))
