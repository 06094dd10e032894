import os
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

import psycopg
from psycopg.rows import dict_row

HOST = os.environ.get("DB_HOST", "localhost")


def fill():
    conn = psycopg.connect(host=HOST, dbname="shop")
    conn.execute("create table words (n integer, word text)")
    for n in range(60):
        conn.execute("insert into words values (%s, %s)", (n, chr(97 + n % 26)))
    conn.commit()
    conn.close()


def words_from(conn, n):
    rows = conn.execute(
        "SELECT n, upper(word) AS word FROM words WHERE n >= %(first)s "
        "ORDER BY n LIMIT 2",
        {"first": n},
    )
    return [row["word"] for row in rows]


def main():
    conn = psycopg.connect(host=HOST, dbname="shop", row_factory=dict_row)
    conn.autocommit = True
    print("connected")
    found = []

    local = threading.local()

    def start_worker():
        """Make what belongs to this thread alone."""
        conn = stack.enter_context(
            closing(psycopg.connect(host=HOST, dbname="shop", row_factory=dict_row))
        )
        conn.autocommit = True
        local.conn = conn

    def words_from_for_n(n):
        return words_from(local.conn, n)

    with ExitStack() as stack, ThreadPoolExecutor(
        max_workers=16,
        initializer=start_worker,
    ) as pool:
        found.extend(pool.map(words_from_for_n, range(0, 40, 3)))
    conn.close()
    print(found)


fill()
main()
