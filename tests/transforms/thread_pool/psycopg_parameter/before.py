import os

import psycopg
from psycopg.rows import dict_row


def total_of(conn, uid):
    with conn.cursor() as cur:
        cur.execute("SELECT sum(total) AS total FROM orders WHERE user_id = %s", (uid,))
        return cur.fetchone()["total"]


def totals_of(conn, users):
    totals = {}
    for uid, name in users:
        totals[name] = total_of(conn, uid)
    return totals


def connected(dsn, factory=None):
    db = psycopg.connect(dsn, autocommit=True)
    db.row_factory = dict_row
    return db


def fill():
    with psycopg.connect(os.environ.get("DSN", "dbname=shop")) as conn:
        conn.execute("create table users (id integer, name text)")
        conn.execute("create table orders (user_id integer, total integer)")
        for n in range(30):
            conn.execute("insert into users values (%s, %s)", (n, "user%d" % n))
            conn.execute("insert into orders values (%s, %s)", (n % 7, n * 10))


def main():
    fill()
    dsn = os.environ.get("DSN", "dbname=shop")
    db = connected(dsn)
    try:
        users = db.execute("SELECT id, name FROM users ORDER BY id").fetchall()
        print(totals_of(db, [(row["id"], row["name"]) for row in users]))
        db.execute("DELETE FROM orders")
    finally:
        db.close()


if __name__ == "__main__":
    main()
