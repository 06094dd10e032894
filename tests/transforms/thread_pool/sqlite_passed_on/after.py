import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing


def build(path):
    with sqlite3.connect(path) as conn:
        conn.execute("create table marks (name text, mark integer)")
        conn.executemany(
            "insert into marks values (?, ?)",
            [("n%d" % (i % 30), i % 7) for i in range(600)],
        )
    conn.close()


def report(conn, name, digits):
    total, count = conn.execute(
        "select sum(mark), count(*) from marks where name = ?", (name,)
    ).fetchone()
    return name, round(total / count, digits)


def main(path, digits):
    build(path)
    with sqlite3.connect(path) as conn:
        names = [
            row[0]
            for row in conn.execute("select distinct name from marks").fetchall()
        ]

        local = threading.local()

        def start_worker():
            """Make what belongs to this thread alone."""
            local.conn = stack.enter_context(
                closing(sqlite3.connect(path, check_same_thread=False))
            )

        def report_for_name(name):
            return report(local.conn, name, digits)

        with ExitStack() as stack, ThreadPoolExecutor(
            max_workers=32,
            initializer=start_worker,
        ) as pool:
            for result in pool.map(report_for_name, sorted(names)):
                print(result)


if __name__ == "__main__":
    main("marks.db", 3)
