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
    found = []
    try:
        for n in range(size):
            word = conn.execute("select v from t where n = ?", (n * 7,)).fetchone()[0]
            print(n, word)
            found.append(word)
    except TypeError as error:
        print("no row:", error)
    print(len(found))
    conn.close()
    os.remove("one.db")


main()
