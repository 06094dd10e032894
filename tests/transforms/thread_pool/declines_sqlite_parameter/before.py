import sqlite3
from contextlib import closing

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
    for item in items:
        rows.append((item, amount_of(conn, item)))
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
