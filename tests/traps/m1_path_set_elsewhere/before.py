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


class Store:
    def __init__(self, path):
        self.path = path
        if size > 25:
            self.name("two.db")
        self.conn = sqlite3.connect(self.path)

    def name(self, path):
        self.path = path

    def get(self, n):
        return self.conn.execute("select v from t where n = ?", (n,)).fetchone()

    def all(self, numbers):
        return [self.get(n) for n in numbers]


build("one.db", "a")
build("two.db", "b")
store = Store("one.db")
print(store.all(range(size)))
