import sqlite3
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from contextlib import ExitStack

DB = "stock.db"


def build():
    with closing(sqlite3.connect(DB)) as base:
        base.execute("create table stock (item text, amount integer)")
        base.executemany(
            "insert into stock values (?, ?)",
            [("item%d" % (n % 25), n * 7 % 13) for n in range(400)],
        )
        base.commit()


def amount_of(conn, item):
    row = conn.execute("select sum(amount) as total from stock where item = ?", (item,))
    return row.fetchone()["total"]


def report(conn, items):
    rows = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        db = stack.enter_context(
            closing(sqlite3.connect(DB, check_same_thread=False))
        )
        db.row_factory = sqlite3.Row
        local.conn = db

    def amount_of_for_item(item):
        return amount_of(local.conn, item)

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=32,
        initializer=start_worker,
    ) as pool:
        for item, result in zip(items, pool.map(amount_of_for_item, items)):
            rows.append((item, result))
    return rows


def main():
    build()
    db = sqlite3.connect(DB)
    db.row_factory = sqlite3.Row
    items = [row["item"] for row in db.execute("select distinct item from stock")]
    for item, amount in report(db, sorted(items)):
        print(item, amount)
    db.close()


if __name__ == "__main__":
    main()
