import psycopg
import threading
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, closing


def fill():
    with psycopg.connect("dbname=shop") as conn:
        conn.execute("create table orders (uid integer, total integer)")
        conn.execute("create table sums (uid integer, total integer)")
        for n in range(60):
            conn.execute("insert into orders values (%s, %s)", (n % 13, n * 10))


def main():
    totals = []
    with psycopg.connect("dbname=shop") as conn, conn.cursor() as cur:
        cur.execute("DELETE FROM sums WHERE uid < %s", (100,))
        cur.execute("UPDATE orders SET total = total + 1 WHERE uid = %s", (3,))
        conn.commit()

        local = threading.local()

        def start_worker():
            """Make what belongs to this thread alone."""
            conn = stack.enter_context(closing(psycopg.connect("dbname=shop")))
            local.cur = conn.cursor()

        def fetchone_for_uid(uid):
            cur = local.cur
            cur.execute("SELECT sum(total) FROM orders WHERE uid = %s", (uid,))
            return cur.fetchone()

        with ExitStack() as stack, ThreadPoolExecutor(
            max_workers=16,
            initializer=start_worker,
        ) as pool:
            for uid, result in zip(
                range(13), pool.map(fetchone_for_uid, range(13))
            ):
                totals.append((uid, result[0]))
        cur.executemany("INSERT INTO sums (uid, total) VALUES (%s, %s)", totals)
        conn.commit()
        cur.execute("SELECT count(*), sum(total) FROM sums")
        print(totals, cur.fetchall())


fill()
main()
