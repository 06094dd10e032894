import sqlite3
from contextlib import closing

with closing(sqlite3.connect("words.db")) as base:
    base.execute("create table words (n integer, word text)")
    base.executemany(
        "insert into words values (?, ?)", [(n, "w%03d" % n) for n in range(90)]
    )
    base.commit()

QUERY = "select word from words where n >= ? order by n limit 2"

conn = sqlite3.connect("words.db", timeout=10)
words = [conn.execute(QUERY, (n,)).fetchall() for n in range(0, 80, 3)]
print(words)
