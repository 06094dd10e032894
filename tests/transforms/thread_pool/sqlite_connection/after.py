import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

DB = "numbers.db"


def build():
    conn = sqlite3.connect(DB)
    conn.execute("create table numbers (n integer, v text)")
    rows = [(n, chr(97 + n % 26)) for n in range(200)]
    conn.executemany("insert into numbers values (?, ?)", rows)
    conn.commit()
    conn.close()


def main():
    build()
    conn = sqlite3.connect(DB)
    conn.row_factory = sqlite3.Row
    found = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        conn = stack.enter_context(
            closing(sqlite3.connect(DB, check_same_thread=False))
        )
        conn.row_factory = sqlite3.Row
        local.conn = conn

    def compute_row(n):
        conn = local.conn
        return (conn.execute(
            "select v, count(*) as c from numbers where n % 40 = ? group by v",
            (n,),
        ).fetchone())

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        for row in pool.map(compute_row, range(0, 40)):
            found.append((row["v"], row["c"]))
    conn.close()
    print(found)


if __name__ == "__main__":
    main()
