import psycopg
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing

DSN = "dbname=shop"


def fill():
    with psycopg.connect(DSN) as conn:
        conn.execute("create table users (id integer, name text)")
        conn.execute("create table orders (user_id integer, total integer)")
        for n in range(30):
            conn.execute("insert into users values (%s, %s)", (n, "user%d" % n))
            conn.execute("insert into orders values (%s, %s)", (n % 7, n * 10))


def main():
    totals = {}
    with psycopg.connect(DSN) as conn, conn.cursor() as cur:
        cur.execute("SELECT id, name FROM users ORDER BY id")
        items = list(cur.fetchall()[:25])

        local = threading.local()

        def start_worker():
            """Make what belongs to this thread alone."""
            conn = stack.enter_context(closing(psycopg.connect(DSN)))
            local.cur = conn.cursor()

        def fetchone_for_uid(item):
            uid, name = item
            cur = local.cur
            cur.execute(
                "SELECT coalesce(sum(total), 0) FROM orders WHERE user_id = %s",
                (uid,),
            )
            return cur.fetchone()

        with ExitStack() as stack, ThreadPoolExecutor(
            max_workers=16,
            initializer=start_worker,
        ) as pool:
            for (uid, name), result in zip(
                items, pool.map(fetchone_for_uid, items)
            ):
                totals[name] = result[0]
    print(totals)


fill()
main()
