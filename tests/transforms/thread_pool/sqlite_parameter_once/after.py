import sqlite3
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing


def fill(path):
    base = sqlite3.connect(path)
    base.execute("create table if not exists marks (name text, mark integer)")
    base.executemany(
        "insert into marks values (?, ?)",
        [("n%d" % (i % 30), i % 7) for i in range(600)],
    )
    base.commit()
    base.close()


def opened(path):
    conn = sqlite3.connect(path)
    conn.row_factory = sqlite3.Row
    return conn


def mark_of(conn, name):
    row = conn.execute("select sum(mark) as mark from marks where name = ?", (name,))
    return row.fetchone()["mark"]


def report(conn, digits):
    lines = []
    items = list(conn.execute("select distinct name from marks order by name").fetchall())

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        conn = stack.enter_context(
            closing(sqlite3.connect("marks.db", check_same_thread=False))
        )
        conn.row_factory = sqlite3.Row
        local.conn = conn

    def mark_of_for_row(row):
        return round(mark_of(local.conn, row["name"]), digits)

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool, closing(pool.map(mark_of_for_row, items)) as results:
        for row in items:
            lines.append((row["name"], next(results)))
    return lines


def main():
    fill("marks.db")
    conn = opened("marks.db")
    digits = 2
    print(report(conn, digits))
    conn.close()


if __name__ == "__main__":
    main()
