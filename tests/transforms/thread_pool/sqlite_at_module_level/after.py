import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from contextlib import ExitStack

with closing(sqlite3.connect("words.db")) as base:
    base.execute("create table words (n integer, word text)")
    base.executemany(
        "insert into words values (?, ?)", [(n, "w%03d" % n) for n in range(90)]
    )
    base.commit()

QUERY = "select word from words where n >= ? order by n limit 2"

conn = sqlite3.connect("words.db", timeout=10)


local = threading.local()


def start_worker():
    """Make what belongs to this thread alone."""
    local.conn = stack.enter_context(
        closing(sqlite3.connect("words.db", timeout=10, check_same_thread=False))
    )


def fetchall_for_n(n):
    return local.conn.execute(QUERY, (n,)).fetchall()


with ExitStack() as stack, ThreadPoolExecutor(
    max_workers=32,
    initializer=start_worker,
) as pool:
    words = list(pool.map(fetchall_for_n, range(0, 80, 3)))
print(words)
